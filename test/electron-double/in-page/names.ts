/** The event by which the preload's world hands the shared element to the page's world, before any script of the page. */
export const HANDOVER = 'electron-double:handover';
/** The event on that element by which a value is exposed under a name. */
export const EXPOSE = 'expose';
/** The isolated world's name, the binding out of it and the function into it; the page's world has none of them. */
export const PRELOAD_WORLD = 'electron-preload';
export const SEND = 'electronDoubleSend';
export const RECEIVE = 'electronDoubleReceive';
