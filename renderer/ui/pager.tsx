import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { shell } from '../../shared/messages/ui.en.ts';
import { Button } from './button.tsx';

interface Paged<Row> {
  readonly rows: readonly Row[];
  /** Index of the first row shown, among all. */
  readonly first: number;
  readonly pager: ReactNode;
}

/** Shows a long list in pages, so that 200,000 rows are as quick as 20. Starts anew where the list gets shorter. */
export function usePages<Row>(all: readonly Row[], size: number): Paged<Row> {
  const [wanted, setPage] = useState(0);
  const last = Math.max(0, Math.ceil(all.length / size) - 1);
  const page = Math.min(wanted, last);
  const first = page * size;
  const rows = all.slice(first, first + size);
  const pager =
    last === 0 ? null : (
      <nav aria-label={shell.pages} className="page-actions">
        <span className="numeric">{shell.rows(first + 1, first + rows.length, all.length)}</span>
        <Button size="small" aria-label={shell.previousPage} isDisabled={page === 0} onPress={() => setPage(page - 1)}>
          <ChevronLeft className="icon" size={16} aria-hidden="true" />
        </Button>
        <Button size="small" aria-label={shell.nextPage} isDisabled={page === last} onPress={() => setPage(page + 1)}>
          <ChevronRight className="icon" size={16} aria-hidden="true" />
        </Button>
      </nav>
    );
  return { rows, first, pager };
}
