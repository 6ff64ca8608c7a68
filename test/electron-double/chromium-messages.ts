/**
 * What passes between the process that owns Chromium (`run-in-chromium.ts`) and the one that runs the app's main
 * script with the double as its `electron`. Over the IPC channel of a forked process: no socket.
 */
export type ToChromium =
  | { readonly kind: 'open-window'; readonly window: number; readonly width: number; readonly height: number }
  | { readonly kind: 'close-window'; readonly window: number }
  | {
      readonly kind: 'command';
      readonly id: number;
      readonly window: number;
      readonly method: string;
      readonly params: object;
    }
  | { readonly kind: 'download-decided'; readonly download: number; readonly allowed: boolean }
  | { readonly kind: 'shown'; readonly title: string; readonly text: string };

export type FromChromium =
  | { readonly kind: 'window-opened'; readonly window: number }
  | { readonly kind: 'window-closed'; readonly window: number }
  | { readonly kind: 'answer'; readonly id: number; readonly result: unknown; readonly error: string | null }
  | { readonly kind: 'event'; readonly window: number; readonly method: string; readonly params: unknown }
  | { readonly kind: 'popup'; readonly window: number; readonly url: string }
  | {
      readonly kind: 'download';
      readonly window: number;
      readonly download: number;
      readonly url: string;
      readonly fileName: string;
    };

/** The part of the DevTools protocol that the double hears. */
export interface ChromiumEvents {
  'Fetch.requestPaused': {
    readonly requestId: string;
    readonly frameId: string;
    readonly resourceType: string;
    readonly request: { readonly url: string; readonly method: string; readonly headers: Record<string, string> };
  };
  'Runtime.bindingCalled': { readonly name: string; readonly payload: string; readonly executionContextId: number };
  'Runtime.executionContextCreated': {
    readonly context: {
      readonly id: number;
      readonly name: string;
      readonly auxData: { readonly frameId: string; readonly isDefault: boolean };
    };
  };
  'Runtime.executionContextDestroyed': { readonly executionContextId: number };
  'Runtime.executionContextsCleared': object;
  'Page.frameAttached': { readonly frameId: string; readonly parentFrameId: string };
  'Page.frameNavigated': {
    readonly frame: {
      readonly id: string;
      readonly parentId?: string;
      readonly url: string;
      readonly securityOrigin: string;
    };
  };
  'Page.frameDetached': { readonly frameId: string };
  'Page.loadEventFired': object;
}
export const CHROMIUM_EVENTS = [
  'Fetch.requestPaused',
  'Runtime.bindingCalled',
  'Runtime.executionContextCreated',
  'Runtime.executionContextDestroyed',
  'Runtime.executionContextsCleared',
  'Page.frameAttached',
  'Page.frameNavigated',
  'Page.frameDetached',
  'Page.loadEventFired',
] as const satisfies readonly (keyof ChromiumEvents)[];
