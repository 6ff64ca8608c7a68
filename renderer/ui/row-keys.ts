import { useCallback, useState, type KeyboardEvent, type RefObject } from 'react';

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
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const focused = (event.target as Element).closest('[data-row]');
    if (focused === null) return;
    const next = nextRow(event.key, Number(focused.getAttribute('data-row')), count);
    if (next === null) return;
    event.preventDefault();
    focusRow(next);
  };
  const rowProps = (index: number) => ({
    'data-row': index,
    tabIndex: index === current ? 0 : -1,
    onFocus: () => setStop(index),
  });
  return { rowProps, onKeyDown, focusRow };
}

/** True where a key belongs to what is being typed in. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
}
