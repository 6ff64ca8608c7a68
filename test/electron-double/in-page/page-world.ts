import { createBridge, type Packed } from './bridge.ts';
import { EXPOSE, HANDOVER } from './names.ts';

/** Runs in the page's own world before its scripts, and leaves nothing there but what the preload exposes. */
if (window === window.top) {
  window.addEventListener(
    HANDOVER,
    (event) => {
      event.stopImmediatePropagation();
      if (!(event instanceof FocusEvent) || !(event.relatedTarget instanceof Element)) return;
      const element = event.relatedTarget;
      const bridge = createBridge(element, 'page');
      element.addEventListener(EXPOSE, (exposing) => {
        if (!(exposing instanceof CustomEvent)) return;
        const { name, value }: { name: string; value: Packed } = exposing.detail;
        Object.defineProperty(window, name, { value: bridge.unpack(value), enumerable: true });
      });
    },
    { once: true, capture: true },
  );
}
