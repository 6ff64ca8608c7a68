import { candidates as words } from '../../../shared/messages/ui.en.ts';
import { hrefOf } from '../../app/route.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/page.tsx';

/** A workspace without anybody, and the way to the import. */
export function NoCandidates() {
  return (
    <EmptyState title={words.emptyTitle} text={words.empty}>
      <ButtonLink look="primary" href={hrefOf({ screen: 'import' })}>
        {words.emptyAction}
      </ButtonLink>
    </EmptyState>
  );
}
