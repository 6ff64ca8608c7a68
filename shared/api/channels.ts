/** The two channels between the page and the desktop's main process. There is no third. */
export const REQUEST_CHANNEL = 'tessera:request';
export const EVENT_CHANNEL = 'tessera:event';

/** The name under which the preload puts `{ request, subscribe }` into the page: `window.tessera` is a `Transport`. */
export const PAGE_TRANSPORT = 'tessera';
