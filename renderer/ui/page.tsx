import './page.css';
import { useEffect, useRef, type ReactNode } from 'react';
import { shell } from '../../shared/messages/ui.en.ts';

interface PageProps {
  readonly title: string;
  /** What the window's title says where that must be less than the heading, for example a pseudonym. */
  readonly windowTitle?: string;
  readonly lead?: ReactNode;
  /** Above the title: where one came from. */
  readonly above?: ReactNode;
  readonly actions?: ReactNode;
  readonly width?: 'text' | 'table' | 'full';
  readonly children: ReactNode;
}

/** One screen: its title takes the focus when one arrives, so that a screen reader says where one is. */
export function Page({ title, windowTitle = title, lead, above, actions, width = 'table', children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = shell.title(windowTitle);
  }, [windowTitle]);
  useEffect(() => {
    // On a cold start the focus stays with the page, so that Tab reaches the skip link first.
    if (document.activeElement !== document.body || arrivedBefore) heading.current?.focus({ preventScroll: true });
    arrivedBefore = true;
  }, []);
  return (
    <div className={`page page-${width}`}>
      <header className="page-head">
        {above}
        <div className="page-head-row">
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {actions !== undefined && <div className="page-actions">{actions}</div>}
        </div>
        {lead !== undefined && <div className="page-lead">{lead}</div>}
      </header>
      {children}
    </div>
  );
}

let arrivedBefore = false;

interface SectionProps {
  readonly title: ReactNode;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A titled part of a screen. */
export function Section({ title, note, actions, children }: SectionProps) {
  return (
    <section className="section">
      <div className="section-head">
        <div>
          <h2>{title}</h2>
          {note !== undefined && <p className="muted section-note">{note}</p>}
        </div>
        {actions !== undefined && <div className="page-actions">{actions}</div>}
      </div>
      {children}
    </section>
  );
}

/** Says that there is nothing yet, and what to do about it. */
export function EmptyState(props: { readonly title: string; readonly text: string; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <h2>{props.title}</h2>
      <p className="muted">{props.text}</p>
      {props.children !== undefined && <div className="page-actions">{props.children}</div>}
    </div>
  );
}
