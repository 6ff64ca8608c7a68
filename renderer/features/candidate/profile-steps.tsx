import '../../ui/disclosure.css';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { profileSteps as words, shapeNames } from '../../../shared/messages/profile.en.ts';
import type { ChangeCause, ProfileStep } from '../../../shared/model/profile-change.ts';
import { useProfileSteps } from '../../api/queries.ts';
import { hrefOf, type Route } from '../../app/route.ts';
import { formatDay } from '../../ui/format.ts';
import { Loaded } from '../../ui/query-state.tsx';

type CandidateRoute = Extract<Route, { screen: 'candidate' }>;

/** What each import changed in the T-profile, newest first, and because of which credential. */
export function ProfileSteps({ route }: { readonly route: CandidateRoute }) {
  const [isOpen, setOpen] = useState(false);
  const query = useProfileSteps(route.candidate, route.job, isOpen);
  return (
    <Disclosure className="disclosure" isExpanded={isOpen} onExpandedChange={setOpen}>
      <Heading level={3} className="disclosure-heading">
        <AriaButton slot="trigger" className="disclosure-trigger">
          <ChevronRight className="icon disclosure-arrow" size={15} aria-hidden="true" />
          {words.title}
        </AriaButton>
      </Heading>
      <DisclosurePanel className="disclosure-panel">
        {isOpen && (
          <Loaded query={query}>
            {(steps) => (
              <ol className="profile-steps">
                {steps.map((step) => (
                  <li key={step.at + (step.credentials[0]?.credential ?? '')}>
                    <Step step={step} route={route} />
                  </li>
                ))}
              </ol>
            )}
          </Loaded>
        )}
      </DisclosurePanel>
    </Disclosure>
  );
}

function Step({ step, route }: { readonly step: ProfileStep; readonly route: CandidateRoute }) {
  const isUnmoved = step.shape === null && step.fields.length === 0 && step.groups.length === 0;
  const replaced = step.credentials.filter(({ replaces }) => replaces !== null).length;
  return (
    <>
      <p>
        <strong>{step.isFirst ? words.first(formatDay(step.at)) : words.added(formatDay(step.at))}</strong>{' '}
        <span className="muted">
          {words.credentials(step.credentials.length)}
          {replaced > 0 && `, ${words.replaced(replaced)}`}
        </span>
      </p>
      {isUnmoved && <p className="muted">{words.unmoved}</p>}
      <ul>
        {step.shape !== null && <li>{words.shape(shapeNames[step.shape.from], shapeNames[step.shape.to])}</li>}
        {step.fields.map((field) => (
          <li key={field.code}>
            {words.fields[field.kind](field.name, field.from, field.to)}
            {field.becomes !== null && ` ${words.becomes[field.becomes]}`}{' '}
            <Because causes={field.because} route={route} />
          </li>
        ))}
        {step.groups.map((group) => (
          <li key={group.code}>
            {words.groups[group.kind](group.name)} <Because causes={group.because} route={route} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Because({ causes, route }: { readonly causes: readonly ChangeCause[]; readonly route: CandidateRoute }) {
  if (causes.length === 0) return null;
  return (
    <span className="muted">
      {words.because}{' '}
      {causes.map((cause, index) => (
        <span key={cause.credential}>
          {index > 0 && ', '}
          <a href={hrefOf({ ...route, credential: cause.credential })}>
            <bdi>{cause.credentialName}</bdi>
          </a>
        </span>
      ))}
    </span>
  );
}
