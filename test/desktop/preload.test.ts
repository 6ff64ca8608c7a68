import { describe, expect, it, vi } from 'vitest';
import { EVENT_CHANNEL, PAGE_TRANSPORT } from '../../shared/api/channels.ts';
import { runPreload } from './built-preload.ts';

describe('the preload', () => {
  it('exposes exactly two functions under one name', () => {
    const exposed = runPreload({});
    expect([...exposed.keys()]).toEqual([PAGE_TRANSPORT]);
    const transport = exposed.get(PAGE_TRANSPORT);
    expect(Object.entries(transport ?? {}).map(([name, value]) => [name, typeof value])).toEqual([
      ['request', 'function'],
      ['subscribe', 'function'],
    ]);
  });

  it('never hands Electron’s event object to the page', () => {
    const on = vi.fn();
    const transport: unknown = runPreload({ on, removeListener: vi.fn() }).get(PAGE_TRANSPORT);
    const heard = vi.fn();
    if (!hasSubscribe(transport)) throw new Error('There is no subscribe');
    transport.subscribe('task', heard);
    const [channel, listener] = on.mock.lastCall ?? [];
    expect(channel).toBe(EVENT_CHANNEL);
    listener({ sender: 'the way out' }, 'task', { done: 1 });
    listener({ sender: 'the way out' }, 'changed', { concepts: [] });
    expect(heard.mock.calls).toEqual([[{ done: 1 }]]);
  });
});

function hasSubscribe(
  value: unknown,
): value is { subscribe(event: string, listener: (payload: unknown) => void): void } {
  return typeof value === 'object' && value !== null && 'subscribe' in value && typeof value.subscribe === 'function';
}
