import { describe, expect, it } from 'vitest';
import { createLogger } from '../../../main/adapters/logging/logger.ts';

function logged(write: (log: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = [];
  write(createLogger({ write: (line) => void lines.push(line) }));
  return lines.join('');
}

describe('the log', () => {
  it('writes codes, counts and the times of work', () => {
    const line = logged((log) => log.info('task ended', { operation: 'import.run', state: 'done', total: 3 }));
    expect(JSON.parse(line)).toMatchObject({ msg: 'task ended', operation: 'import.run', state: 'done', total: 3 });
  });

  it('drops every field that is not on its list, whoever put it there', () => {
    const careless = { operation: 'import.add', file: 'ada-example.json', email: 'ada@people.example' };
    expect(logged((log) => log.info('event', careless))).not.toMatch(/ada/);
  });

  it('says of a bug its kind and place, and neither its message nor the folders of this machine', () => {
    const error = new TypeError('Unexpected token in "ada@people.example"');
    const line = logged((log) => log.fault('request failed', error, { incident: 'I1' }));
    expect(line).toContain('TypeError');
    expect(line).toContain('logger.test.ts');
    expect(line).not.toContain('ada@');
    expect(line).not.toContain(import.meta.dirname);
  });

  it('takes anything that was thrown', () => {
    for (const thrown of [undefined, null, 'ada@people.example', { email: 'ada@people.example' }]) {
      expect(logged((log) => log.fault('event', thrown))).not.toContain('ada@');
    }
  });
});
