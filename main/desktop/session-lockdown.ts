import type { Session, WebContents } from 'electron';
import { isOwnBlob, isOwnRequest, isStartPage } from './app-address.ts';

/** A session that grants nothing and loads nothing but the page's own files. */
export function lockDownSession(session: Session): void {
  denyPermissions(session);
  denyForeignRequests(session);
  denyForeignDownloads(session);
}

/** A page that stays where it is and opens nothing. For every web contents, whoever made it. */
export function lockDownContents(contents: WebContents): void {
  denyNavigation(contents);
  denyWindowsAndWebviews(contents);
}

// https://www.electronjs.org/docs/latest/tutorial/security, item 5
function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}

// Item 15 and our own promise that nothing leaves the machine: the content security policy says the same, and this
// holds where a policy does not reach (a page without it, a prefetch, a beacon).
function denyForeignRequests(session: Session): void {
  session.webRequest.onBeforeRequest((details, decide) =>
    decide({ cancel: !isOwnRequest(details.url, details.resourceType) }),
  );
}

// An export reaches the person as a blob that the page made; any other download would come from somewhere else.
function denyForeignDownloads(session: Session): void {
  session.on('will-download', (event, item) => {
    if (!isOwnBlob(item.getURL())) event.preventDefault();
  });
}

// Item 13
function denyNavigation(contents: WebContents): void {
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isStartPage(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
}

// Items 12 and 14
function denyWindowsAndWebviews(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
