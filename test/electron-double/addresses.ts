/**
 * Chromium without Electron has no standard scheme of the app's own, so `app://tessera/…` is shown to it as
 * `https://app.tessera.invalid/…`. `.invalid` can never resolve (RFC 6761), and every request is answered before it
 * would be looked up. The app's main process sees `app://` only.
 */
const SHOWN = /^(blob:)?https:\/\/([a-z][a-z0-9+-]*)\.([a-z0-9.-]+)\.invalid(?=\/|$)/;
const MEANT = /^(blob:)?([a-z][a-z0-9+-]*):\/\/([a-z0-9.-]+)(?=\/|$)/;

/** The address as Chromium knows it. `https:` and the like stay as they are. */
export function shown(url: string, standardSchemes: ReadonlySet<string>): string {
  return url.replace(MEANT, (whole, blob: string | undefined, scheme: string, host: string) =>
    standardSchemes.has(scheme) ? `${blob ?? ''}https://${scheme}.${host}.invalid` : whole,
  );
}

/** The address as the app's main process knows it. */
export function meant(url: string, standardSchemes: ReadonlySet<string>): string {
  return url.replace(SHOWN, (whole, blob: string | undefined, scheme: string, host: string) =>
    standardSchemes.has(scheme) ? `${blob ?? ''}${scheme}://${host}` : whole,
  );
}
