import '../../ui/disclosure.css';
import '../../ui/report-pieces.css';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { profile as profileWords, shapes } from '../../../shared/messages/profile.en.ts';
import { candidate as words } from '../../../shared/messages/ui.en.ts';
import type { Candidate } from '../../../shared/model/credential.ts';
import type { JobId } from '../../../shared/model/ids.ts';
import type { ProfilePart, TProfile } from '../../../shared/model/profile.ts';
import { TProfilePicture, type ProfileSelection } from '../../../shared/reports/TProfilePicture.tsx';
import { TProfileTable } from '../../../shared/reports/TProfileTable.tsx';
import { useJobs, useProfile } from '../../api/queries.ts';
import { navigate } from '../../app/navigation.ts';
import { hrefOf, type Route } from '../../app/route.ts';
import { VerdictBadge } from '../../ui/badge.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Section } from '../../ui/page.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { Term } from '../../ui/term.tsx';

interface ProfileSectionProps {
  readonly candidate: Candidate;
  readonly job: JobId | null;
  readonly route: Extract<Route, { screen: 'candidate' }>;
}

/** The T-profile as a picture and as a table, absolute or against a job. */
export function ProfileSection({ candidate, job, route }: ProfileSectionProps) {
  const query = useProfile(candidate.id, job);
  const jobs = useJobs().data ?? [];
  return (
    <Section
      title={<Term name="T-profile">{words.overview}</Term>}
      note={words.profileNote}
      actions={
        jobs.length > 0 && (
          <SelectField<JobId | ''>
            label={words.matchJob}
            value={job ?? ''}
            options={[{ value: '', label: words.noJob }, ...jobs.map(({ id, title }) => ({ value: id, label: title }))]}
            onChange={(id) => navigate({ ...route, job: id === '' ? null : id })}
          />
        )
      }
    >
      <Loaded query={query}>
        {(profile) => <Profile profile={profile} label={candidate.pseudonym} route={route} />}
      </Loaded>
    </Section>
  );
}

interface ProfileProps {
  readonly profile: TProfile;
  readonly label: string;
  readonly route: ProfileSectionProps['route'];
}

function Profile({ profile, label, route }: ProfileProps) {
  const [selection, setSelection] = useState<ProfileSelection | null>(null);
  const chosen = selection === null ? null : partsOf(profile, selection);
  return (
    <div className="profile">
      <div className="profile-board">
        <p className="profile-shape">{shapes[profile.shape]}</p>
        <TProfilePicture profile={profile} label={label} onSelect={setSelection} />
      </div>
      {chosen !== null && (
        <section className="profile-chosen" aria-label={chosen.name} aria-live="polite">
          <h3>{chosen.name}</h3>
          {chosen.parts.length === 0 && <p className="muted">{profileWords.nothingHere}</p>}
          <ul>
            {chosen.parts.map((part) => (
              <li key={`${part.credential} ${part.pointer}`}>
                <Part part={part} route={route} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <Disclosure className="disclosure">
        <Heading level={3} className="disclosure-heading">
          <AriaButton slot="trigger" className="disclosure-trigger">
            <ChevronRight className="icon disclosure-arrow" size={15} aria-hidden="true" />
            {words.profileTable}
          </AriaButton>
        </Heading>
        <DisclosurePanel className="disclosure-panel">
          <div className="table-scroll" role="region" aria-label={words.profileTable} tabIndex={0}>
            <TProfileTable profile={profile} label={label} />
          </div>
        </DisclosurePanel>
      </Disclosure>
    </div>
  );
}

function Part({ part, route }: { readonly part: ProfilePart; readonly route: ProfileSectionProps['route'] }) {
  return (
    <>
      <q>
        <bdi>{part.quote}</bdi>
      </q>
      <span className="profile-part-source">
        <a href={hrefOf({ ...route, credential: part.credential })}>
          <bdi>{part.credentialName}</bdi>
        </a>
        <VerdictBadge verdict={part.verdict} />
      </span>
    </>
  );
}

function partsOf(
  profile: TProfile,
  selection: ProfileSelection,
): { readonly name: string; readonly parts: readonly ProfilePart[] } {
  const found =
    selection.kind === 'field'
      ? profile.fields.find(({ code }) => code === selection.code)
      : profile.transversal.find(({ code }) => code === selection.code);
  return found ?? { name: profileWords.jobField, parts: [] };
}
