import { build } from 'esbuild';
import { expect, it } from 'vitest';

/** What the built worker loads when it starts, and what only when it is needed. */
it('the arithmetic of BBS is loaded with the first proof that needs it, and not before', async () => {
  const { metafile } = await build({
    entryPoints: ['main/engine/verification-worker.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outdir: 'out',
    write: false,
    metafile: true,
  });
  const [output] = Object.values(metafile.outputs);
  const loaded = output?.imports.filter(({ path }) => path.includes('bls12-381') || path.includes('bbs')) ?? [];
  expect(loaded.map(({ path, kind }) => [path, kind])).toEqual([
    ['@digitalbazaar/bls12-381-multikey', 'dynamic-import'],
  ]);
});
