import './table.css';
import type { ComponentProps, ReactNode } from 'react';
import { TableFrame } from './table-frame.tsx';

export interface TableColumn {
  readonly head: ReactNode;
  readonly look?: 'number' | 'tight' | 'tight-number';
  /** Told to screen readers alone, where what stands below speaks for itself. */
  readonly isQuiet?: boolean;
}

interface DataTableProps {
  /** What the table is called; for screen readers, since a heading stands above it. */
  readonly label: string;
  /** From left to right; a plain heading is its words. */
  readonly columns: readonly (string | TableColumn)[];
  /** `read` where no row holds anything to focus: then the frame does, so that the keyboard can scroll it. */
  readonly use: 'read' | 'act';
  readonly className?: string;
  /** For tables whose rows are gone through by keys. */
  readonly keys?: Pick<ComponentProps<'table'>, 'ref' | 'onKeyDown' | 'aria-describedby'>;
  /** The rows. */
  readonly children: ReactNode;
  /** A last row apart from the others. */
  readonly foot?: ReactNode;
  /** Below the table, within its frame. */
  readonly note?: ReactNode;
}

/** A table in its frame: caption, headings, rows. */
export function DataTable({ label, columns, use, className = '', keys, children, foot, note }: DataTableProps) {
  const table = (
    <>
      <table className={`table ${className}`.trim()} {...keys}>
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <Head key={index} column={typeof column === 'string' ? { head: column } : column} />
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
        {foot !== undefined && <tfoot>{foot}</tfoot>}
      </table>
      {note}
    </>
  );
  return use === 'read' ? <TableFrame label={label}>{table}</TableFrame> : <div className="table-frame">{table}</div>;
}

const LOOKS = { number: 'cell-number', tight: 'cell-tight', 'tight-number': 'cell-number cell-tight' } as const;

function Head({ column: { head, look, isQuiet = false } }: { readonly column: TableColumn }) {
  return (
    <th scope="col" className={look && LOOKS[look]}>
      {isQuiet ? <span className="visually-hidden">{head}</span> : head}
    </th>
  );
}
