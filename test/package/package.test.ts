import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { beforeAll, describe, expect, it } from 'vitest';
import { ENCODER } from '../../main/adapters/embedding/model-manifest.ts';
import { packageApp, type PackagedApp } from './packaged-app.ts';

/** How a fuse stands in the binary. */
const OFF = '0'.charCodeAt(0);
const ON = '1'.charCodeAt(0);

const TARGETS = [
  { system: 'linux', arch: 'x64', sqlite: ['linux-x64.node'], onnx: 'linux/x64' },
  { system: 'win', arch: 'x64', sqlite: ['win32-x64.node'], onnx: 'win32/x64' },
  { system: 'mac', arch: 'arm64', sqlite: ['darwin-arm64.node'], onnx: 'darwin/arm64' },
] as const;

describe.each(TARGETS)('the package for $system-$arch', ({ system, arch, sqlite, onnx }) => {
  let app: PackagedApp;
  beforeAll(async () => {
    app = await packageApp(system, arch);
  });
  const having = (pattern: RegExp) => app.files.filter((file) => pattern.test(file));

  it('has the built app in its archive', () => {
    expect(app.files).toEqual(
      expect.arrayContaining([
        'package.json',
        'dist/main/main.js',
        'dist/main/engine-process.js',
        'dist/main/embedder-process.js',
        'dist/main/verification-worker.js',
        'dist/preload/preload.cjs',
        'dist/renderer/index.html',
      ]),
    );
  });

  it('starts with the built main script', () => {
    expect(JSON.parse(app.read('package.json').toString())).toMatchObject({ main: 'dist/main/main.js' });
  });

  it('has no sources, tests, tools or maps', () => {
    expect(having(/^(?!node_modules\/|dist\/|package\.json$|node_modules$|dist$)/)).toEqual([]);
    expect(having(/^dist\/(?!main|preload|renderer)/)).toEqual([]);
    expect(having(/\.(ts|tsx|map|tsbuildinfo)$/)).toEqual([]);
    expect(having(/^node_modules\/(electron|vite|vitest|typescript|esbuild|playwright-core|axe-core|tsx)\//)).toEqual(
      [],
    );
  });

  it('has neither a picture library nor the runtime for browsers', () => {
    expect(having(/^node_modules\/(sharp|@img|onnxruntime-web|@huggingface)\/./)).toEqual([]);
  });

  it('has the validators of each dialect of JSON Schema, which are loaded only when one is run', () => {
    expect(app.files).toEqual(
      expect.arrayContaining([
        'node_modules/ajv/dist/ajv.js',
        'node_modules/ajv/dist/2019.js',
        'node_modules/ajv/dist/2020.js',
        'node_modules/ajv/dist/refs/json-schema-2020-12/schema.json',
        'node_modules/ajv-formats/dist/index.js',
      ]),
    );
  });

  it('has the native code of its own target only, and beside the archive', () => {
    expect(having(/better-sqlite3\/prebuilds\/./).map((path) => path.split('/').at(-1))).toEqual(sqlite);
    const runtimes = having(/onnxruntime-node\/bin\/.*\.\w+$/);
    expect(runtimes.filter((path) => !path.includes(`/${onnx}/`))).toEqual([]);
    expect(runtimes).toContain(`node_modules/onnxruntime-node/bin/napi-v6/${onnx}/onnxruntime_binding.node`);
    const native = having(/\.(node|dll|so|so\.1|dylib)$/);
    expect(app.beside).toEqual(expect.arrayContaining(native.map((path) => `app.asar.unpacked/${path}`)));
  });

  it('brings the model beside the archive, the one whose hash stands inside', () => {
    const model = readFileSync(join(app.resources, 'model/onnx/model_quantized.onnx'));
    const sha256 = createHash('sha256').update(model).digest('hex');
    expect(sha256).toBe(ENCODER.sha256);
    expect(app.read('dist/main/embedder-process.js').includes(sha256)).toBe(true);
    expect(having(/\.onnx$/)).toEqual([]);
  });

  it('has Electron’s fuses set', async () => {
    const wire = await getCurrentFuseWire(app.binary);
    expect(wire).toMatchObject({
      [FuseV1Options.RunAsNode]: OFF,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: OFF,
      [FuseV1Options.EnableNodeCliInspectArguments]: OFF,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: ON,
      [FuseV1Options.OnlyLoadAppFromAsar]: ON,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: OFF,
    });
  });

  it.runIf(system !== 'linux')('carries its archive’s hash where Electron looks for it', () => {
    const holder = system === 'mac' ? join(app.binary, 'Contents/Info.plist') : app.binary;
    const text = readFileSync(holder, 'latin1');
    expect(text).toMatch(/SHA256/);
    expect(text).toMatch(/app\.asar/);
  });
});
