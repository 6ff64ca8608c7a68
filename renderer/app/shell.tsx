import './shell.css';
import {
  Briefcase,
  Download,
  Eye,
  EyeOff,
  FileClock,
  Info,
  ListOrdered,
  Search,
  Settings as SettingsIcon,
  ShieldCheck,
  Users,
  UserSearch,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { WorkspaceStatus } from '../../shared/api/contract.ts';
import { shell } from '../../shared/messages/ui.en.ts';
import { formatDay } from '../ui/format.ts';
import { Announcer } from '../ui/announcer.tsx';
import { Logo } from './logo.tsx';
import { hrefOf, type Route, type Screen } from './route.ts';

interface Place {
  readonly route: Route;
  readonly icon: LucideIcon;
  /** Screens within this place. */
  readonly holds: readonly Screen[];
}

const GROUPS: readonly { readonly title: string; readonly places: readonly Place[] }[] = [
  {
    title: shell.work,
    places: [
      { route: { screen: 'import' }, icon: Download, holds: ['import'] },
      { route: { screen: 'candidates' }, icon: Users, holds: ['candidates', 'candidate'] },
      { route: { screen: 'search', text: null, like: null }, icon: UserSearch, holds: ['search'] },
      { route: { screen: 'jobs' }, icon: Briefcase, holds: ['jobs', 'job'] },
      { route: { screen: 'ranking', job: null, candidate: null }, icon: ListOrdered, holds: ['ranking', 'compare'] },
    ],
  },
  {
    title: shell.trust,
    places: [
      { route: { screen: 'issuers', part: 'packs' }, icon: ShieldCheck, holds: ['issuers'] },
      { route: { screen: 'model' }, icon: Info, holds: ['model'] },
    ],
  },
  {
    title: shell.workspace,
    places: [
      { route: { screen: 'log' }, icon: FileClock, holds: ['log'] },
      { route: { screen: 'settings' }, icon: SettingsIcon, holds: ['settings'] },
    ],
  },
];

interface ShellProps {
  readonly route: Route;
  readonly status: WorkspaceStatus | undefined;
  readonly onSearch: () => void;
  readonly banner: ReactNode;
  readonly children: ReactNode;
}

/** The frame around every screen: where one is, where one can go, and what holds for all of it. */
export function Shell({ route, status, onSearch, banner, children }: ShellProps) {
  return (
    <div className="shell">
      <a
        className="skip"
        href="#content"
        onClick={(event) => {
          // The fragment is the route's; only the focus moves.
          event.preventDefault();
          document.getElementById('content')?.focus();
        }}
      >
        {shell.skip}
      </a>
      <header className="side">
        <p className="side-brand">
          <Logo />
          {shell.product}
        </p>
        <button type="button" className="side-search" onClick={onSearch}>
          <Search className="icon" size={15} aria-hidden="true" />
          <span>{shell.goTo}</span>
          <kbd>{shell.goToHint}</kbd>
        </button>
        <nav aria-label={shell.navigation} className="side-nav">
          {GROUPS.map((group) => (
            <div key={group.title} className="side-group">
              <p className="side-group-title" id={`nav-${group.title}`}>
                {group.title}
              </p>
              <ul aria-labelledby={`nav-${group.title}`}>
                {group.places.map((place) => (
                  <li key={place.route.screen}>
                    <NavLink place={place} isCurrent={place.holds.includes(route.screen)} />
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
        {status !== undefined && <Standing status={status} />}
      </header>
      <main id="content" className="content" tabIndex={-1}>
        {banner}
        {children}
      </main>
      <Announcer />
    </div>
  );
}

function NavLink({ place, isCurrent }: { readonly place: Place; readonly isCurrent: boolean }) {
  const Icon = place.icon;
  return (
    <a className="side-link" href={hrefOf(place.route)} aria-current={isCurrent ? 'page' : undefined}>
      <Icon className="icon" size={16} aria-hidden="true" />
      {shell.screens[place.route.screen]}
    </a>
  );
}

function Standing({ status }: { readonly status: WorkspaceStatus }) {
  return (
    <div className="side-standing">
      <p>
        {status.blind ? (
          <EyeOff className="icon" size={14} aria-hidden="true" />
        ) : (
          <Eye className="icon" size={14} aria-hidden="true" />
        )}
        {status.blind ? shell.blindOn : shell.blindOff}
      </p>
      <p>
        {shell.judgedAt(formatDay(status.judgedAt))}
        {status.fixedDate && ` (${shell.fixedDate})`}
      </p>
      <p>{shell.offline}</p>
    </div>
  );
}
