import { useCallback, useEffect, useState, type KeyboardEvent, type RefObject } from 'react';

/** What a key does in a list of rows: the row to go to, or null where the key is not ours. */
export function nextRow(key: string, current: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'j':
    case 'ArrowDown':
      return Math.min(current + 1, count - 1);
    case 'k':
    case 'ArrowUp':
      return Math.max(current - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** What makes a row's link or button the stop of its row. */
export interface RowProps {
  readonly 'data-row': number;
  readonly tabIndex: number;
  readonly onFocus: () => void;
}

/**
 * One stop of Tab for a whole table: j, k, the arrows, Home and End move between its rows' links or buttons, each
 * marked `data-row`. What Enter does is the link's or the button's own affair.
 */
export function useRowKeys(table: RefObject<HTMLElement | null>, count: number) {
  const [stop, setStop] = useState(0);
  const current = Math.min(stop, Math.max(0, count - 1));
  const focusRow = useCallback(
    (index: number) => {
      setStop(index);
      table.current?.querySelector<HTMLElement>(`[data-row="${index}"]`)?.focus();
    },
    [table],
  );
  useEffect(() => {
    // From anywhere on the screen j and k lead into the list; the arrows stay with scrolling.
    const enter = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'j' && event.key !== 'k') return;
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (isTyping(event.target) || isInside(event.target, '[data-row], [role="dialog"], [role="menu"]')) return;
      focusRow(current);
    };
    window.addEventListener('keydown', enter);
    return () => window.removeEventListener('keydown', enter);
  }, [current, focusRow]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const focused = focusedRow(event.target);
    if (focused === null) return;
    const next = nextRow(event.key, focused, count);
    if (next === null) return;
    event.preventDefault();
    focusRow(next);
  };
  const rowProps = (index: number): RowProps => ({
    'data-row': index,
    tabIndex: index === current ? 0 : -1,
    onFocus: () => setStop(index),
  });
  return { rowProps, onKeyDown, focusRow };
}

/** The row in whose link or button a key was pressed, counted from 0; null where it was elsewhere. */
export function focusedRow(target: EventTarget | null): number | null {
  const row = target instanceof Element ? target.closest('[data-row]') : null;
  return row === null ? null : Number(row.getAttribute('data-row'));
}

/** True where a key belongs to what is being typed in. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
}

function isInside(target: EventTarget | null, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}
