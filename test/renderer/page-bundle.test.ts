import { build, type Rolldown } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';

let chunks: readonly Rolldown.OutputChunk[];
let html: string;

beforeAll(async () => {
  const built = await build({ configFile: 'vite.config.ts', logLevel: 'error', build: { write: false } });
  const { output } = (Array.isArray(built) ? built[0] : built) as Rolldown.RolldownOutput;
  chunks = output.filter((file) => file.type === 'chunk');
  const page = output.find((file) => file.fileName === 'index.html');
  html = page?.type === 'asset' ? String(page.source) : '';
});

describe('the page as it is built', () => {
  it('holds nothing inline, so that its policy needs no exception', () => {
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=/i);
    expect([...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>/gi)]).toEqual([]);
  });

  it('names no address but its own', () => {
    expect([...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address)).toSatisfy(
      (addresses: string[]) => addresses.length > 0 && addresses.every((address) => address.startsWith('./')),
    );
  });

  it('holds no schema library: the engine parses, and zod 4 evaluates code that it makes', () => {
    const modules = chunks.flatMap((chunk) => Object.keys(chunk.modules));
    expect(modules.length).toBeGreaterThan(100);
    expect(modules.filter((id) => /node_modules\/zod\/|shared\/api\/(?:contract|dispatcher)\.ts/.test(id))).toEqual([]);
  });

  it('makes no code out of text', () => {
    for (const { code } of chunks) expect(code).not.toMatch(/\beval\(|new Function\(/);
  });
});
