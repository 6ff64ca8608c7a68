import { candidates } from '../../../shared/messages/ui.en.ts';
import { hrefOf } from '../../app/route.ts';
import { useCandidates } from '../../api/queries.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState, Page } from '../../ui/page.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { ChangesPanel } from '../trust-effects/changes-panel.tsx';
import { CandidatesTable } from './candidates-table.tsx';

export function CandidatesScreen() {
  const query = useCandidates();
  const people = query.data;
  const credentials = people?.reduce((sum, row) => sum + row.credentials, 0) ?? 0;
  return (
    <Page
      title={candidates.title}
      lead={people !== undefined && people.length > 0 ? candidates.lead(people.length, credentials) : undefined}
    >
      <Loaded query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={candidates.emptyTitle} text={candidates.empty}>
              <ButtonLink look="primary" href={hrefOf({ screen: 'import' })}>
                {candidates.emptyAction}
              </ButtonLink>
            </EmptyState>
          ) : (
            <>
              <ChangesPanel />
              <CandidatesTable rows={rows} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
