import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const sources = globSync('{main,renderer,shared}/**/*.{ts,tsx,css,html}').map((path) => ({
  path,
  text: readFileSync(path, 'utf8'),
}));

/** Files whose text has `pattern`, but those that may. */
const filesWith = (pattern: RegExp, except: (path: string) => boolean = () => false) =>
  sources.filter(({ path, text }) => pattern.test(text) && !except(path)).map(({ path }) => path);

describe('the sources', () => {
  it('are found', () => {
    expect(sources.length).toBeGreaterThan(50);
  });

  it('hand nothing to another program', () => {
    expect(filesWith(/openExternal|openPath|showItemInFolder/)).toEqual([]);
  });

  it('know Electron in the desktop and the preload only', () => {
    const mayKnow = (path: string) => path.startsWith('main/desktop/') || path.startsWith('main/preload/');
    expect(filesWith(/from 'electron'|require\('electron'\)/, mayKnow)).toEqual([]);
  });

  it('load no page from a file', () => {
    expect(filesWith(/loadFile\(|['"]file:\/\//)).toEqual([]);
  });

  it('never turn text into HTML', () => {
    expect(filesWith(/dangerouslySetInnerHTML=|\.innerHTML\s*=|insertAdjacentHTML|document\.write/)).toEqual([]);
  });
});
