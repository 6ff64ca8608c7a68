import type * as Electron from 'electron';
import { meant } from './addresses.ts';
import type { ChromiumWindow } from './chromium-connection.ts';
import { PRELOAD_WORLD } from './in-page/names.ts';
import { standardSchemes } from './session.ts';
import { modelled } from './unmodelled.ts';

interface Frame {
  readonly parent: string | null;
  readonly url: string;
}

/** Which frames a window has, what they show, and which script worlds stand in them. */
export interface Frames {
  follow(window: ChromiumWindow): void;
  isMain(frameId: string): boolean;
  /** The frame in which a script context stands, or null when it has gone. */
  ofContext(contextId: number): Electron.WebFrameMain | null;
  /** The preload's context in the main frame. */
  preloadContext(): number | null;
}

export function createFrames(): Frames {
  const frames = new Map<string, Frame>();
  const contexts = new Map<number, { readonly frame: string; readonly world: string }>();

  const frameMain = (id: string): Electron.WebFrameMain | null => {
    const frame = frames.get(id);
    if (frame === undefined) return null;
    const url = meant(frame.url, standardSchemes);
    return modelled<Electron.WebFrameMain>('WebFrameMain', {
      url,
      origin: originOf(url),
      parent: frame.parent === null ? null : frameMain(frame.parent),
    });
  };

  return {
    follow(window) {
      window.on('Page.frameAttached', ({ frameId, parentFrameId }) =>
        frames.set(frameId, { parent: parentFrameId, url: 'about:blank' }),
      );
      window.on('Page.frameNavigated', ({ frame }) =>
        frames.set(frame.id, { parent: frame.parentId ?? null, url: frame.url }),
      );
      window.on('Page.frameDetached', ({ frameId }) => frames.delete(frameId));
      window.on('Runtime.executionContextsCleared', () => contexts.clear());
      window.on('Runtime.executionContextDestroyed', ({ executionContextId }) => contexts.delete(executionContextId));
      window.on('Runtime.executionContextCreated', ({ context }) =>
        contexts.set(context.id, { frame: context.auxData.frameId, world: context.name }),
      );
    },
    isMain: (frameId) => (frames.get(frameId)?.parent ?? null) === null,
    ofContext(contextId) {
      const context = contexts.get(contextId);
      return context === undefined ? null : frameMain(context.frame);
    },
    preloadContext() {
      for (const [id, context] of contexts) {
        if (context.world === PRELOAD_WORLD && frames.get(context.frame)?.parent === null) return id;
      }
      return null;
    },
  };
}

// `URL.origin` is 'null' for schemes that the URL standard does not know; Electron gives scheme and host.
function originOf(url: string): string {
  const parsed = URL.parse(url);
  if (parsed === null) return 'null';
  return standardSchemes.has(parsed.protocol.slice(0, -1)) ? `${parsed.protocol}//${parsed.host}` : parsed.origin;
}
