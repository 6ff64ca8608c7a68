import { DEFAULT_POLICY } from '../../shared/model/trust.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createUnpacker } from '../../main/adapters/formats/unpack-archive.ts';
import { readIssuerPack } from '../../main/adapters/verification/issuer-pack.ts';
import type { HolderHints, NamedFile, TrustContext, VerifiedFile } from '../../main/core/ports.ts';
import { readStatements } from '../../main/core/skills/read-statements.ts';
import { verifyFile } from '../../main/engine/verify-file.ts';
import type { Credential } from '../../shared/model/credential.ts';
import { JUDGED_AT, POOL_FOLDER } from '../fixtures/make-pool.ts';

/** The trust data of the demo: its pack, on its day. */
export const SAMPLE_TRUST: TrustContext = {
  packs: [samplePack()],
  pins: [],
  publishers: [],
  policy: DEFAULT_POLICY,
  at: JUDGED_AT,
};

export const NOBODY: HolderHints = { emails: [], subjectIds: [] };

/** Verifies a file as the product does, without its worker threads. */
export const verify = (file: NamedFile, holder = NOBODY, trust = SAMPLE_TRUST): Promise<VerifiedFile> =>
  verifyFile(file, holder, trust);

/** Verifies a file or everything in a ZIP. */
export async function verifyAll(file: NamedFile, holder = NOBODY): Promise<VerifiedFile> {
  const { files, problems } = await createUnpacker().unpack(file);
  const verified = await Promise.all(files.map((each) => verify(each, holder)));
  return {
    file: file.name,
    credentials: verified.flatMap(({ credentials }) => credentials),
    problems: [...problems.map(({ problem }) => problem), ...verified.flatMap((each) => each.problems)],
  };
}

/** All that a screen, a match or an export could take from a credential: its fields and its statements. */
export function whatIsRead(credential: Credential): string {
  const { report: _report, key: _key, document: _document, parent: _parent, ...fields } = credential;
  const statements = readStatements(credential).map(({ pointer, quote, frameworkIds, level }) => ({
    pointer,
    quote,
    frameworkIds,
    level,
  }));
  return JSON.stringify({ fields, statements });
}

/** The words of whatever check did not pass, for the message of a failed expectation. */
export const codesOf = (credential: Credential): string[] =>
  Object.values(credential.report.checks).map(({ code }) => code);

function samplePack(): TrustContext['packs'][number] {
  const pack = readIssuerPack(readFileSync(join(POOL_FOLDER, 'issuer-pack.json')));
  if (!pack.ok) throw new Error(`The sample pack can't be read: ${pack.problem.code}`);
  return pack.value;
}
