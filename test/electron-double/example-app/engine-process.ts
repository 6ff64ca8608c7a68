/** An engine that answers with what it was asked, sends an event when told to, and falls when told to. */
const port: {
  on(event: string, listener: (event: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
} = Reflect.get(process, 'parentPort');

port.on('message', ({ data }) => {
  if (typeof data !== 'object' || data === null || !('id' in data) || !('name' in data) || !('input' in data)) return;
  const { id, name, input } = data;
  if (name === 'fall') process.exit(1);
  if (name === 'tell') port.postMessage({ kind: 'event', name: 'task', payload: input });
  port.postMessage({
    kind: 'answer',
    id,
    result: { ok: true, value: { name, input, arguments: process.argv.slice(2) } },
  });
});
