import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

/**
 * The lint step (`npm run check`) holds the whole tree to the rules; these cases show that the rules bite: each is an
 * import that ARCHITECTURE.md forbids or allows, put into a file of the folder that is named.
 */
const eslint = new ESLint();

async function complaints(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath });
  const relevant = [
    'boundaries/dependencies',
    'no-restricted-imports',
    'no-restricted-globals',
    'no-restricted-properties',
  ];
  return (result?.messages ?? [])
    .map((message) => message.ruleId ?? message.message)
    .filter((rule) => relevant.includes(rule));
}

const using = (specifier: string): string =>
  `import * as thing from '${specifier}';\nexport const used: unknown = thing;\n`;

describe('dependency rules', () => {
  it.each([
    ['shared/model/example.ts', '../../main/core/ports.ts'],
    ['shared/model/example.ts', 'node:crypto'],
    ['main/core/matching/example.ts', '../../adapters/sqlite/connection.ts'],
    ['main/core/matching/example.ts', 'node:fs'],
    ['main/core/matching/example.ts', 'electron'],
    ['main/adapters/sqlite/example.ts', '../formats/open-document.ts'],
    ['main/adapters/sqlite/example.ts', '../../engine/compose-engine.ts'],
    ['main/adapters/sqlite/example.ts', 'electron'],
    ['main/adapters/sqlite/example.ts', 'node:http'],
    ['main/engine/example.ts', '../desktop/app-protocol.ts'],
    ['main/engine/example.ts', 'electron'],
    ['main/engine/example.ts', 'node:net'],
    ['main/cli/example.ts', '../adapters/sqlite/connection.ts'],
    ['main/cli/example.ts', 'node:https'],
    ['main/cli/commands/pack-fetch.ts', 'node:https'],
    ['main/engine/issuer-packs/example.ts', 'node:https'],
    ['main/desktop/example.ts', '../engine/compose-engine.ts'],
    ['main/desktop/example.ts', 'node:https'],
    ['main/preload/example.ts', '../engine/compose-engine.ts'],
    ['renderer/app/example.ts', '../../main/core/ports.ts'],
    ['renderer/app/example.ts', 'electron'],
    ['renderer/app/example.ts', 'zod'],
    ['renderer/app/example.ts', 'node:path'],
  ])('%s may not import %s', async (file, specifier) => {
    expect(await complaints(file, using(specifier))).not.toEqual([]);
  });

  it.each([
    ['main/core/matching/example.ts', '../../../shared/model/match.ts'],
    ['main/adapters/sqlite/example.ts', '../../core/ports.ts'],
    ['main/adapters/sqlite/example.ts', 'better-sqlite3'],
    ['main/engine/example.ts', '../adapters/sqlite/connection.ts'],
    ['main/cli/example.ts', '../engine/compose-engine.ts'],
    ['main/cli/safe-download.ts', 'node:https'],
    ['main/desktop/example.ts', 'electron'],
    ['renderer/app/example.ts', '../../shared/api/transport.ts'],
  ])('%s may import %s', async (file, specifier) => {
    expect(await complaints(file, using(specifier))).toEqual([]);
  });

  it('has no way to the network by a global', async () => {
    expect(
      await complaints('main/engine/example.ts', 'export const page = await fetch("https://example.org");\n'),
    ).toContain('no-restricted-globals');
  });

  it('keeps fetch away from the one file that opens connections, too', async () => {
    expect(
      await complaints('main/cli/safe-download.ts', 'export const page = await fetch("https://example.org");\n'),
    ).toContain('no-restricted-globals');
  });

  it('hands no address to the system browser', async () => {
    const code = 'export const open = (shell: { openExternal(url: string): void }) => shell.openExternal("x");\n';
    expect(await complaints('main/desktop/example.ts', code)).toContain('no-restricted-properties');
  });
});
