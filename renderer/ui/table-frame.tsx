import './table.css';
import type { ReactNode } from 'react';

/** Frames a table that holds nothing to focus, so that the keyboard can scroll it where the window is narrow. */
export function TableFrame({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="table-frame" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
