/** Where the page lives. A scheme of our own, so that the page has an origin of its own and no reach into `file://`. */
export const APP_SCHEME = 'app';
export const APP_HOST = 'tessera';
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;
export const START_PAGE = `${APP_ORIGIN}/index.html`;

/** The one document that a window may show; the part after `#` is the page's own affair. */
export function isStartPage(url: string): boolean {
  const withoutFragment = url.split('#', 1)[0];
  return withoutFragment === START_PAGE || withoutFragment === `${APP_ORIGIN}/`;
}

/**
 * Whether the page may load `url` at all. Everything that it needs comes from its own origin; a picture may also be
 * data that the page already holds.
 */
export function isOwnRequest(url: string, resourceType: string): boolean {
  if (url.startsWith(`${APP_ORIGIN}/`) || isOwnBlob(url)) return true;
  return resourceType === 'image' && url.startsWith('data:image/');
}

/** A blob that the page made itself: what it hands to a person as a download. */
export function isOwnBlob(url: string): boolean {
  return url.startsWith(`blob:${APP_ORIGIN}/`);
}
