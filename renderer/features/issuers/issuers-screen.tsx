import './issuers.css';
import '../../ui/table.css';
import { issuers as words } from '../../../shared/messages/ui.en.ts';
import { useTrust } from '../../api/queries.ts';
import { Page } from '../../ui/page.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { Packs } from './packs.tsx';
import { Recheck } from './recheck.tsx';
import { SeenIssuers } from './seen-issuers.tsx';

export function IssuersScreen() {
  const query = useTrust();
  return (
    <Page title={words.title} lead={words.lead} actions={<Recheck />}>
      <Loaded query={query}>
        {({ packs, pins, issuers }) => (
          <>
            <Packs packs={packs} />
            <SeenIssuers issuers={issuers} pins={pins} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
