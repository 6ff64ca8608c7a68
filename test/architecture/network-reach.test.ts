import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

/**
 * `tessera pack fetch` is the one thing that opens connections. These tests hold that nothing which runs on candidates'
 * data leads to it, and that it is in no bundle of the app.
 */
const ROOT = join(import.meta.dirname, '..', '..');
const DOWNLOAD = 'main/cli/safe-download.ts';
const NETWORK = /^(?:node:)?(?:net|http|https|http2|dns|dns\/promises|tls|dgram|undici)$/;

const sources = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));

/** What a file imports, also by `import()` and by a re-export. */
const importsOf = (file: string): string[] =>
  [...readFileSync(join(ROOT, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
    ([, name = '']) => name,
  );
const resolved = (file: string, name: string): string =>
  name.startsWith('.') ? relative(ROOT, join(ROOT, dirname(file), name)) : name;
const importersOf = (target: string): string[] =>
  [...sources('main'), ...sources('shared'), ...sources('renderer')].filter((file) =>
    importsOf(file).some((name) => resolved(file, name) === target),
  );

describe('the way to the network', () => {
  it('is one file, and no other names a module of the network', () => {
    const naming = [...sources('main'), ...sources('shared'), ...sources('renderer')].filter((file) =>
      importsOf(file).some((name) => NETWORK.test(name)),
    );
    expect(naming).toEqual([DOWNLOAD]);
  });

  it('is reached by the command alone, and the command by name alone', () => {
    expect(importersOf(DOWNLOAD)).toEqual(['main/cli/commands/pack-fetch.ts']);
    expect(importersOf('main/cli/commands/pack-fetch.ts')).toEqual(['main/cli/commands/pack.ts']);
    const text = readFileSync(join(ROOT, 'main/cli/commands/pack.ts'), 'utf8');
    expect(text).toContain("await import('./pack-fetch.ts')");
    expect(text).not.toMatch(/from '\.\/pack-fetch\.ts'/);
  });

  it('is in no bundle of the app', async () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const commands = Object.entries(scripts).filter(([name]) => name.startsWith('build:'));
    const entryPoints = commands.flatMap(([, command]) => command.match(/main\/\S+\.ts(?=\s)/g) ?? []);
    expect(entryPoints).toEqual(
      expect.arrayContaining(['main/desktop/main.ts', 'main/engine/engine-process.ts', 'main/preload/preload.ts']),
    );
    const { metafile } = await build({
      absWorkingDir: ROOT,
      entryPoints: [...new Set(entryPoints)].filter((file) => !file.includes('no-pictures')),
      outdir: 'unused',
      ...{ bundle: true, write: false, metafile: true, platform: 'node', format: 'esm', packages: 'external' },
      logLevel: 'silent',
    });
    const bundled = Object.keys(metafile.inputs);
    expect(bundled.length).toBeGreaterThan(100);
    expect(bundled.filter((file) => file.startsWith('main/cli/'))).toEqual([]);
    expect(
      Object.values(metafile.outputs)
        .flatMap((output) => output.imports)
        .map(({ path }) => path)
        .filter((path) => NETWORK.test(path)),
    ).toEqual([]);
  });
});
