import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

/** What the command line loads before it knows which command is meant: no part of the engine, and few packages. */
const ROOT = join(import.meta.dirname, '..', '..');
const ENTRY = 'main/cli/tessera.ts';

const { metafile } = await build({
  absWorkingDir: ROOT,
  entryPoints: [ENTRY],
  outdir: 'unused',
  ...{ bundle: true, write: false, metafile: true, platform: 'node', format: 'esm', packages: 'external' },
  logLevel: 'silent',
});

/** All that a file brings with it; `import()` only where it is asked for. */
function loadedBy(entry: string, withLater = false): ReadonlySet<string> {
  const loaded = new Set([entry]);
  for (const file of loaded) {
    for (const { path, kind } of metafile.inputs[file]?.imports ?? []) {
      if (withLater || kind !== 'dynamic-import') loaded.add(path);
    }
  }
  return loaded;
}

describe('the command line', () => {
  it('loads nothing of the engine before a command is called', () => {
    const loaded = [...loadedBy(ENTRY)];
    expect(loaded).toContain('main/cli/commands/verify.ts');
    expect(loaded.filter((path) => /^main\/(?!cli\/)/.test(path))).toEqual([]);
    expect(loaded.filter((path) => !/^(?:main|shared)\//.test(path) && !path.startsWith('node:'))).toEqual([
      'commander',
    ]);
  });

  it('loads the engine with a command that works with it', () => {
    const later = loadedBy(ENTRY, true);
    for (const path of ['main/engine/compose-engine.ts', 'main/engine/issuer-packs/inspect-pack.ts']) {
      expect(later).toContain(path);
    }
  });
});
