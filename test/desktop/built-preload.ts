import { runInNewContext } from 'node:vm';
import { buildSync } from 'esbuild';

/** What the preload put into the page, by name. */
export type Exposed = ReadonlyMap<string, unknown>;

/** Bundles the preload as `npm run build` does and runs it with `electron` as its only module. */
export function runPreload(ipcRenderer: object): Exposed {
  const { outputFiles } = buildSync({
    entryPoints: ['main/preload/preload.ts'],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['electron'],
    write: false,
  });
  const exposed = new Map<string, unknown>();
  const contextBridge = { exposeInMainWorld: (name: string, value: unknown) => void exposed.set(name, value) };
  const require = (name: string) => {
    if (name !== 'electron') throw new Error(`A sandboxed preload has no module '${name}'`);
    return { contextBridge, ipcRenderer };
  };
  runInNewContext(outputFiles[0]?.text ?? '', { require, module: { exports: {} }, exports: {} });
  return exposed;
}
