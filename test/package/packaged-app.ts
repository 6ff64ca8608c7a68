import { execFile } from 'node:child_process';
import { globSync, mkdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { extractAll, extractFile, listPackage } from '@electron/asar';
import { writeStubElectron, type System } from './stub-electron.ts';

/** What electron-builder made for one system, read back. */
export interface PackagedApp {
  readonly folder: string;
  /** The folder with the archive and the extra resources. */
  readonly resources: string;
  /** The file with Electron's fuses in it. */
  readonly binary: string;
  /** Files of the archive, those beside it included; '/'-separated, without a leading '/'. */
  readonly files: readonly string[];
  /** Files outside the archive, relative to `resources`. */
  readonly beside: readonly string[];
  read(path: string): Buffer;
  /** Lays the archive's files out in a folder, those beside it included. */
  layOut(folder: string): void;
}

const ROOT = join(import.meta.dirname, '../..');
const OUTPUT = join(ROOT, 'out/package-test');

const PLACES = {
  linux: { folder: 'linux-unpacked', resources: 'resources', binary: 'tessera' },
  win: { folder: 'win-unpacked', resources: 'resources', binary: 'Tessera.exe' },
  mac: { folder: 'mac-arm64', resources: 'Tessera.app/Contents/Resources', binary: 'Tessera.app' },
} as const;

/** Packages the built app over a stub of Electron. Signing is left out: it needs the maintainers' certificate. */
export async function packageApp(system: System, arch: 'x64' | 'arm64'): Promise<PackagedApp> {
  const output = join(OUTPUT, system);
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  writeStubElectron(join(output, 'stub-electron'), system);
  const options = [`-c.electronDist=${join(output, 'stub-electron')}`, `-c.directories.output=${output}`];
  const builder = join(ROOT, 'node_modules/electron-builder/cli.js');
  await promisify(execFile)(process.execPath, [builder, '--dir', `--${system}`, `--${arch}`, ...options], {
    cwd: ROOT,
    env: { ...process.env, CSC_IDENTITY_AUTO_DISCOVERY: 'false' },
  });

  const { folder, resources, binary } = PLACES[system];
  const inResources = join(output, folder, resources);
  const archive = join(inResources, 'app.asar');
  return {
    folder: join(output, folder),
    resources: inResources,
    binary: join(output, folder, binary),
    files: listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/').slice(1)),
    beside: globSync('{app.asar.unpacked,model}/**', { cwd: inResources, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(inResources, join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
    read: (path) => extractFile(archive, path),
    layOut: (target) => extractAll(archive, target),
  };
}
