import { assertNever } from '../../shared/model/never.ts';
import { shell } from '../../shared/messages/ui.en.ts';
import { CandidateScreen } from '../features/candidate/candidate-screen.tsx';
import { CandidatesScreen } from '../features/candidates/candidates-screen.tsx';
import { CompareScreen } from '../features/compare/compare-screen.tsx';
import { ImportScreen } from '../features/import/import-screen.tsx';
import { IssuersScreen } from '../features/issuers/issuers-screen.tsx';
import { JobScreen } from '../features/jobs/job-screen.tsx';
import { JobsScreen } from '../features/jobs/jobs-screen.tsx';
import { LogScreen } from '../features/log/log-screen.tsx';
import { ModelScreen } from '../features/model/model-screen.tsx';
import { RankingScreen } from '../features/ranking/ranking-screen.tsx';
import { SearchScreen } from '../features/search/search-screen.tsx';
import { SettingsScreen } from '../features/settings/settings-screen.tsx';
import { EmptyState, Page } from '../ui/page.tsx';
import type { Route } from './route.ts';

/** The screen of a route. Keys start a screen anew where it is about somebody or something else. */
export function ScreenFor({ route }: { readonly route: Route }) {
  switch (route.screen) {
    case 'import':
      return <ImportScreen />;
    case 'candidates':
      return <CandidatesScreen />;
    case 'candidate':
      return <CandidateScreen key={route.candidate} route={route} />;
    case 'search':
      return <SearchScreen key={route.like} route={route} />;
    case 'jobs':
      return <JobsScreen />;
    case 'job':
      return <JobScreen key={route.job} job={route.job} />;
    case 'ranking':
      return <RankingScreen job={route.job} candidate={route.candidate} />;
    case 'compare':
      return <CompareScreen key={route.job} route={route} />;
    case 'issuers':
      return <IssuersScreen part={route.part} />;
    case 'model':
      return <ModelScreen />;
    case 'settings':
      return <SettingsScreen />;
    case 'log':
      return <LogScreen />;
    case 'not-found':
      return (
        <Page title={shell.screens['not-found']}>
          <EmptyState title={shell.notFound} text={shell.notFoundNext} />
        </Page>
      );
    default:
      return assertNever(route);
  }
}
