import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { NamedFile } from '../../main/core/ports.ts';
import type { Credential } from '../../shared/model/credential.ts';
import { emailOf, PEOPLE } from '../fixtures/content/candidates.ts';
import { wrongCases } from '../fixtures/content/wrong.ts';
import { POOL_FOLDER } from '../fixtures/make-pool.ts';
import { codesOf, verifyAll } from './sample-trust.ts';

const CASES = await wrongCases();

describe('each way to be wrong', () => {
  it.each(CASES.map((each) => [each.file.name, each] as const))(
    '%s',
    async (_name, { file, owner, expect: expected }) => {
      const known = { emails: owner === null ? [] : [emailOf(owner)], subjectIds: [] };
      const { credentials, problems } = await verifyAll(file, known);
      if (expected.kind === 'problem') {
        expect(credentials).toEqual([]);
        expect(problems.map(({ code }) => code)).toEqual([expected.code]);
        return;
      }
      expect(problems).toEqual([]);
      const credential = credentials.find(({ pointer }) => pointer === expected.pointer);
      expect(credential?.report.checks[expected.axis]).toMatchObject({ state: expected.state, code: expected.code });
      expect(credential?.report.verdict).toBe(expected.verdict);
      if (expected.axis === 'integrity' && expected.state === 'fail') expect(credential?.achievement).toBeNull();
    },
  );

  it('has a case for every file in the folder', () => {
    const files = readdirSync(join(POOL_FOLDER, 'wrong')).map((name) => `wrong/${name}`);
    expect(files.toSorted()).toEqual(CASES.map(({ file }) => file.name).toSorted());
  });
});

describe('everything else in the pool', () => {
  const files = candidateFiles();

  it('is read without a problem, and nothing in it is invalid', async () => {
    for (const file of files) {
      const { credentials, problems } = await verifyAll(file, known(file));
      expect(problems, file.name).toEqual([]);
      expect(credentials.length, file.name).toBeGreaterThan(0);
      for (const credential of credentials) {
        expect(`${file.name} ${credential.pointer}: ${credential.report.verdict}`).toBe(
          `${file.name} ${credential.pointer}: ${intendedVerdict(credential)}`,
        );
        expect(codesOf(credential)).not.toContain('holder-email-differs');
      }
    }
  });
});

/** Hosted badges can't be proven, two issuers are on nobody's list, and all else holds. */
function intendedVerdict({ standard, issuer }: Credential): Credential['report']['verdict'] {
  if (standard === 'open-badges-2.0') return 'cannot-verify-offline';
  const unlisted = ['Lanternfield Community Trust', 'Cogwheel Online'];
  return unlisted.includes(issuer.name ?? '') ? 'verified-with-reservations' : 'verified';
}

function candidateFiles(): NamedFile[] {
  return readdirSync(join(POOL_FOLDER, 'candidates'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map((path) => ({ name: path.slice(POOL_FOLDER.length), bytes: readFileSync(path) }));
}

function known(file: NamedFile): { readonly emails: readonly string[]; readonly subjectIds: readonly string[] } {
  const ref = /candidates\/(\w-\d+)/.exec(file.name)?.[1]?.toUpperCase();
  const who = PEOPLE.find((person) => person.ref === ref);
  return { emails: who === undefined || !who.inManifest ? [] : [emailOf(who)], subjectIds: [] };
}
