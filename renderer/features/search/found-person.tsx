import { useState } from 'react';
import { search as words, tiers } from '../../../shared/messages/ui.en.ts';
import type { CandidateId } from '../../../shared/model/ids.ts';
import type { MatchEvidence, RequirementMatch } from '../../../shared/model/match.ts';
import type { FoundPerson } from '../../../shared/model/search.ts';
import { hrefOf } from '../../app/route.ts';
import { Badge, BandMark, VerdictBadge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { howMet } from '../ranking/requirement-row.tsx';
import { bandOfLine, linesOf, notShownBy } from './found-people.ts';

interface PersonProps {
  readonly person: FoundPerson;
  readonly name: string;
  /** How many lines were searched. */
  readonly searched: number;
  readonly withNotShown: boolean;
  /** What makes the link a row of the list (`useRowKeys`). */
  readonly linkProps: { readonly 'data-row': number; readonly tabIndex: number; readonly onFocus: () => void };
}

/** Lines of one person that are read at a glance; the others open below them. */
const LINES_AT_ONCE = 3;

/** One person who was found: what is shown, in which words, and where they stand. */
export function Person({ person, name, searched, withNotShown, linkProps }: PersonProps) {
  const [isOpen, setOpen] = useState(false);
  const { candidate, shown } = person;
  const lines = linesOf(person);
  const visible = isOpen ? lines : lines.slice(0, LINES_AT_ONCE);
  const notShown = withNotShown && shown.length > 0 ? notShownBy(person) : [];
  const [first] = lines;
  return (
    <li className="search-person">
      <div className="search-person-head">
        <h3>
          <a href={hrefOf({ screen: 'candidate', candidate, job: null, credential: null })} {...linkProps}>
            {name}
          </a>
        </h3>
        {shown.length === 0 && <span className="muted">{words.distantWords}</span>}
        {shown.length > 0 && searched > 1 && <span className="numeric">{words.shows(shown.length, searched)}</span>}
        {shown.length > 0 && searched === 1 && first !== undefined && <BandMark band={bandOfLine(first, true)} />}
      </div>
      <ul className="search-lines">
        {visible.map((match) => (
          <Line
            key={match.requirement}
            match={match}
            candidate={candidate}
            isShown={shown.length > 0}
            isOneOfMany={searched > 1}
          />
        ))}
      </ul>
      {lines.length > LINES_AT_ONCE && (
        <p>
          <Button size="small" look="plain" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
            {isOpen ? words.hideLines : words.showLines(lines.length - LINES_AT_ONCE)}
          </Button>
        </p>
      )}
      {notShown.length > 0 && (
        <p className="muted small">
          <bdi>{words.notShown(notShown)}</bdi>
        </p>
      )}
    </li>
  );
}

interface LineProps {
  readonly match: RequirementMatch;
  readonly candidate: CandidateId;
  readonly isShown: boolean;
  readonly isOneOfMany: boolean;
}

function Line({ match, candidate, isShown, isOneOfMany }: LineProps) {
  const { evidence, tier } = match;
  return (
    <li>
      {isOneOfMany && (
        <p className="search-asked muted small">
          <bdi>{match.requirementText}</bdi>
        </p>
      )}
      {evidence !== null && <Quote evidence={evidence} candidate={candidate} />}
      <p className="search-marks">
        <Badge tone={isShown ? 'accent' : 'quiet'}>{tiers[tier]}</Badge>
        {isOneOfMany && isShown && <BandMark band={bandOfLine(match, true)} />}
        {evidence !== null && <VerdictBadge verdict={evidence.verdict} />}
        {match.claimed && <Badge tone="warn">{words.claimed}</Badge>}
      </p>
      {match.metBy !== null && match.metBy.kind !== 'text' && (
        <p className="muted small">
          <bdi>{howMet(match.metBy)}</bdi>
        </p>
      )}
    </li>
  );
}

function Quote({ evidence, candidate }: { readonly evidence: MatchEvidence; readonly candidate: CandidateId }) {
  const { credential, credentialName, issuerName, quote } = evidence;
  return (
    <p className="search-quote">
      <q>
        <bdi>{quote}</bdi>
      </q>{' '}
      <span className="search-source">
        <a href={hrefOf({ screen: 'candidate', candidate, job: null, credential })}>
          <bdi>{credentialName === '' ? words.unnamed : credentialName}</bdi>
        </a>
        {issuerName !== '' && (
          <span className="muted">
            {' '}
            <bdi>{words.inCredential(issuerName)}</bdi>
          </span>
        )}
      </span>
    </p>
  );
}
