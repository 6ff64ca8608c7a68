import { useSyncExternalStore } from 'react';

let message = '';
const listeners = new Set<() => void>();

/** Says something to screen readers without moving the focus. */
export function announce(text: string): void {
  // The same words twice would not be spoken again; a no-break space makes them differ.
  message = text === message ? `${text}\u00a0` : text;
  for (const listener of listeners) listener();
}

/** The one polite live region of the window. */
export function Announcer() {
  const text = useSyncExternalStore(listen, () => message);
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {text}
    </div>
  );
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
