import './candidate.css';
import { ChevronLeft } from 'lucide-react';
import { useState } from 'react';
import { candidate as words, candidates, search } from '../../../shared/messages/ui.en.ts';
import type { Candidate, Credential } from '../../../shared/model/credential.ts';
import { useCandidate } from '../../api/queries.ts';
import { hrefOf, type Route } from '../../app/route.ts';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { formatDay } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { nameOf } from '../candidates/candidate-name.ts';
import { CredentialBrowser } from './credential-browser.tsx';
import { ErasePerson, RevealName } from './person-acts.tsx';
import { MatchSection } from './match-section.tsx';
import { ProfileSection } from './profile-section.tsx';

type CandidateRoute = Extract<Route, { screen: 'candidate' }>;

export function CandidateScreen({ route }: { readonly route: CandidateRoute }) {
  const query = useCandidate(route.candidate);
  return (
    <Loaded query={query}>
      {({ candidate, credentials }) => <Person route={route} candidate={candidate} credentials={credentials} />}
    </Loaded>
  );
}

interface PersonProps {
  readonly route: CandidateRoute;
  readonly candidate: Candidate;
  readonly credentials: readonly Credential[];
}

function Person({ route, candidate, credentials }: PersonProps) {
  /** What was revealed in blind mode; forgotten when the screen is left. */
  const [revealed, setRevealed] = useState<Candidate | null>(null);
  const shown = revealed ?? candidate;
  return (
    <Page
      title={nameOf(shown)}
      windowTitle={candidate.pseudonym}
      above={
        <a className="back" href={hrefOf({ screen: 'candidates' })}>
          <ChevronLeft className="icon" size={14} aria-hidden="true" />
          {words.back}
        </a>
      }
      lead={<Facts candidate={shown} isRevealed={revealed !== null} />}
      actions={
        <>
          <ButtonLink href={hrefOf({ screen: 'search', text: null, like: candidate.id })}>{search.likeOpen}</ButtonLink>
          <RevealName candidate={candidate} revealed={revealed} onReveal={setRevealed} />
          <ErasePerson candidate={candidate.id} />
        </>
      }
    >
      <ProfileSection candidate={candidate} job={route.job} route={route} />
      {route.job !== null && <MatchSection candidate={candidate.id} job={route.job} />}
      <CredentialBrowser route={route} credentials={credentials} />
    </Page>
  );
}

function Facts({ candidate, isRevealed }: { readonly candidate: Candidate; readonly isRevealed: boolean }) {
  return (
    <div className="facts">
      {isRevealed && <Badge tone="warn">{words.revealed}</Badge>}
      {candidate.name !== null && <span>{candidate.pseudonym}</span>}
      <span title={candidates.basisExplained[candidate.basis]}>
        {words.knownBy}: {candidates.bases[candidate.basis]}
      </span>
      {candidate.ref !== null && (
        <span>
          {words.reference}: <bdi>{candidate.ref}</bdi>
        </span>
      )}
      {candidate.email !== null && (
        <span>
          {words.email}: <bdi>{candidate.email}</bdi>
        </span>
      )}
      <span>
        {words.imported}: {formatDay(candidate.importedAt)}
      </span>
    </div>
  );
}
