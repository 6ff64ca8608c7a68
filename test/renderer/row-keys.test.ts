import { describe, expect, it } from 'vitest';
import { nextRow } from '../../renderer/ui/row-keys.ts';

describe('the keys of a list', () => {
  it.each([
    ['j', 0, 1],
    ['ArrowDown', 3, 4],
    ['k', 3, 2],
    ['ArrowUp', 1, 0],
    ['Home', 3, 0],
    ['End', 0, 4],
  ])('%s leads from row %d to row %d of five', (key, from, to) => expect(nextRow(key, from, 5)).toBe(to));

  it('stop at the ends', () => {
    expect(nextRow('j', 4, 5)).toBe(4);
    expect(nextRow('k', 0, 5)).toBe(0);
  });

  it('leave other keys, and an empty list, alone', () => {
    expect(nextRow('Enter', 0, 5)).toBeNull();
    expect(nextRow('x', 0, 5)).toBeNull();
    expect(nextRow('j', 0, 0)).toBeNull();
  });
});
