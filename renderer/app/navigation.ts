import { useMemo, useSyncExternalStore } from 'react';
import { hrefOf, parseRoute, type Route } from './route.ts';

/** The route in the address bar. */
export function useRoute(): Route {
  const fragment = useSyncExternalStore(listen, () => window.location.hash);
  return useMemo(() => parseRoute(fragment), [fragment]);
}

export function navigate(route: Route): void {
  window.location.hash = hrefOf(route);
}

/** Goes there without a step in the history: for what is open within a screen. */
export function replaceRoute(route: Route): void {
  window.history.replaceState(null, '', hrefOf(route));
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

function listen(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}
