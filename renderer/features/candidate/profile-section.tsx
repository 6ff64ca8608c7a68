import '../../ui/disclosure.css';
import '../../ui/report-pieces.css';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { placing, shapes } from '../../../shared/messages/profile.en.ts';
import { candidate as words, compare as compareWords } from '../../../shared/messages/ui.en.ts';
import type { Candidate } from '../../../shared/model/credential.ts';
import type { JobId } from '../../../shared/model/ids.ts';
import type { TProfile } from '../../../shared/model/profile.ts';
import { TProfilePicture, type ProfileSelection } from '../../../shared/reports/TProfilePicture.tsx';
import { TProfileTable } from '../../../shared/reports/TProfileTable.tsx';
import { useJobs, useProfile } from '../../api/queries.ts';
import { navigate } from '../../app/navigation.ts';
import { hrefOf, type Route } from '../../app/route.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Section } from '../../ui/page.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { Term } from '../../ui/term.tsx';
import { ProfileSkills } from './profile-skills.tsx';
import { ProfileSteps } from './profile-steps.tsx';

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
          <>
            <SelectField<JobId | ''>
              label={words.matchJob}
              value={job ?? ''}
              options={[
                { value: '', label: words.noJob },
                ...jobs.map(({ id, title }) => ({ value: id, label: title })),
              ]}
              onChange={(id) => navigate({ ...route, job: id === '' ? null : id })}
            />
            {job !== null && (
              <ButtonLink href={hrefOf({ screen: 'compare', job, people: [candidate.id] })}>
                {compareWords.openWith}
              </ButtonLink>
            )}
          </>
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
  const [chosen, setChosen] = useState<ProfileSelection | 'not-placed' | null>(null);
  return (
    <div className="profile">
      <div className="profile-board">
        <p className="profile-shape">{shapes[profile.shape]}</p>
        {profile.plainShape !== profile.shape && (
          <p className="muted small">{placing.held(shapes[profile.plainShape])}</p>
        )}
        <TProfilePicture profile={profile} label={label} onSelect={setChosen} />
        {profile.notPlaced.length > 0 && (
          <Button look="plain" size="small" onPress={() => setChosen('not-placed')}>
            {placing.showNotPlaced(profile.notPlaced.length)}
          </Button>
        )}
      </div>
      {chosen !== null && <ProfileSkills profile={profile} chosen={chosen} route={route} />}
      <div>
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
        <ProfileSteps route={route} />
      </div>
    </div>
  );
}
