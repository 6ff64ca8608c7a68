import type { Transport } from './transport.ts';

/** Part of every host (HTML Standard, 2.7), though of no ECMAScript library file. */
declare function structuredClone<Value>(value: Value): Value;

/**
 * Joins two parts of one process. Values are cloned on the way as on every other border, so that neither side can
 * change what the other holds, and what works here works between processes.
 */
export function createInProcessTransport(endpoint: Transport): Transport {
  return {
    request: async (name, input) => structuredClone(await endpoint.request(name, structuredClone(input))),
    subscribe: (event, listener) => endpoint.subscribe(event, (payload) => listener(structuredClone(payload))),
  };
}
