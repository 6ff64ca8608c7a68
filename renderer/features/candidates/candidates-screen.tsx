import { candidates } from '../../../shared/messages/ui.en.ts';
import { useCandidates } from '../../api/queries.ts';
import { Page } from '../../ui/page.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { ChangesPanel } from '../trust-effects/changes-panel.tsx';
import { CandidatesTable } from './candidates-table.tsx';
import { NoCandidates } from './no-candidates.tsx';

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
            <NoCandidates />
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
