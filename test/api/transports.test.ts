import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { EVENT_NAMES } from '../../shared/api/contract.ts';
import { createInProcessTransport } from '../../shared/api/in-process-transport.ts';
import { connectPort, servePort, type Port } from '../../shared/api/message-port-transport.ts';
import { createEchoEndpoint } from './example-endpoint.ts';
import { describeTransport } from './transport-suite.ts';

function portOf(port: MessagePort): Port {
  return {
    postMessage: (message) => port.postMessage(message),
    onMessage(listener) {
      port.on('message', listener);
      return () => void port.off('message', listener);
    },
  };
}

describeTransport('in process', (endpoint) => ({
  transport: createInProcessTransport(endpoint),
  close: () => undefined,
}));

describeTransport('over message ports', (endpoint) => {
  const { port1, port2 } = new MessageChannel();
  const stop = servePort(portOf(port2), endpoint, EVENT_NAMES);
  const transport = connectPort(portOf(port1));
  return {
    transport,
    close() {
      transport.disconnect();
      stop();
      port1.close();
      port2.close();
    },
  };
});

describe('a message port whose other process has died', () => {
  it('answers what was still open, and what is asked afterwards', async () => {
    const { port1, port2 } = new MessageChannel();
    const transport = connectPort(portOf(port1));
    const answer = transport.request('jobs.list', {});
    transport.disconnect();
    expect(await answer).toMatchObject({ ok: false, problem: { code: 'internal' } });
    expect(await transport.request('jobs.list', {})).toMatchObject({ ok: false, problem: { code: 'internal' } });
    port1.close();
    port2.close();
  });

  it('is not confused by other traffic on the same port', async () => {
    const { port1, port2 } = new MessageChannel();
    const stop = servePort(portOf(port2), createEchoEndpoint(), EVENT_NAMES);
    const transport = connectPort(portOf(port1));
    for (const message of [null, 7, 'text', {}, { kind: 'other' }, { from: 'embedder', message: {} }]) {
      port1.postMessage(message);
      port2.postMessage(message);
    }
    expect(await transport.request('jobs.list', {})).toMatchObject({ ok: true });
    stop();
    port1.close();
    port2.close();
  });
});

describe('values in process', () => {
  it('are cloned on the way, as on every other border', async () => {
    const files = [{ name: 'a', bytes: Uint8Array.of(1) }];
    const answer = await createInProcessTransport(createEchoEndpoint()).request('import.add', { batch: 'b', files });
    if (!answer.ok) throw new Error(answer.problem.code);
    expect(answer.value).toMatchObject({ input: { files } });
    expect((answer.value as { input: { files: unknown } }).input.files).not.toBe(files);
  });
});
