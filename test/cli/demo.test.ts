import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runTessera } from './run-tessera.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const MODEL = join('main', 'adapters', 'embedding', 'model');
const checkout = mkdtempSync(join(tmpdir(), 'tessera-demo-'));
afterAll(() => rmSync(checkout, { recursive: true, force: true }));

/** A checkout of its own, so that the report goes there and the model can be taken away. */
function copyCheckout({ withModel }: { readonly withModel: boolean }): string {
  const folder = join(checkout, withModel ? 'whole' : 'without-model');
  for (const part of ['main', 'shared', 'test/fixtures/pool', 'package.json', 'tsconfig.json']) {
    cpSync(join(ROOT, part), join(folder, part), {
      recursive: true,
      filter: (path) => withModel || path !== join(ROOT, MODEL),
    });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

describe('the demo', () => {
  it('takes the sample pool from files to a ranked, explained shortlist and a report, without a network', async () => {
    const root = copyCheckout({ withModel: true });
    const ran = await runTessera(['demo'], [join(import.meta.dirname, 'without-network.ts')], root);
    expect(ran.stderr).not.toContain('NETWORK USE');
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain('judged as of 2026-09-01');
    expect(ran.stdout).toMatch(/Model: \S+, SHA-256 [0-9a-f]{64}/);
    expect(ran.stdout).toMatch(/“use spreadsheets” and “Microsoft Excel”.* text similarity 0\.\d+/);
    expect(ran.stdout).toMatch(/Refused files \(\d+\):/);
    expect(ran.stdout).toContain('wrong/letter.pdf');
    expect(ran.stdout).toMatch(/1\. Candidate \w{4} .* must-haves evidenced; shape /);
    expect(ran.stdout).toMatch(/framework, verified, [\d.]+ points ← “.+” in “.+” by .+ \/credentialSubject\//);
    expect(readFileSync(join(root, 'out', 'tessera-demo-report.html'), 'utf8')).toContain('<svg');
  });

  it('goes on without the model, and says so', async () => {
    const root = copyCheckout({ withModel: false });
    expect(existsSync(join(root, MODEL))).toBe(false);
    const ran = await runTessera(['demo'], [], root);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain(
      'No language model (model-missing): only identical skills and like words are matched.',
    );
    expect(ran.stdout).toMatch(/1\. Candidate \w{4} .* must-haves evidenced/);
    expect(ran.stdout).not.toContain('text similarity');
  });
});
