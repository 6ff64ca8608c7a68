import { createUnpacker } from '../adapters/formats/unpack-archive.ts';
import { isManifest } from '../adapters/formats/manifest.ts';
import { presentFor, readIssuerPack } from '../adapters/verification/issuer-pack.ts';
import type { IssuerPack, NamedFile, VerifiedFile } from '../core/ports.ts';
import type { Problem } from '../../shared/api/problems.ts';
import type { Instant } from '../../shared/model/ids.ts';
import { DEFAULT_POLICY } from '../../shared/model/trust.ts';
import { createVerifierPool } from './verifier-pool.ts';

export interface VerifyRequest {
  /** Read one after the other, so that a large folder need not fit into memory. */
  readonly files: readonly { readonly name: string; readonly read: () => Uint8Array | null }[];
  readonly packs: readonly NamedFile[];
  readonly at: Instant;
}

/**
 * Verifies files without a workspace and gives each to `report`, in the order given; archives are unpacked. Nothing is
 * known of a candidate, so no holder is assumed. Answers a pack that can't be used, before anything was verified.
 */
export async function verifyFiles(
  request: VerifyRequest,
  report: (file: VerifiedFile) => void,
): Promise<{ readonly pack: string; readonly problem: Problem } | null> {
  const packs: IssuerPack[] = [];
  for (const { name, bytes } of request.packs) {
    const read = readIssuerPack(bytes, presentFor(request.at));
    if (!read.ok) return { pack: name, problem: read.problem };
    packs.push(read.value);
  }
  const trust = { packs, pins: [], publishers: [], policy: DEFAULT_POLICY, at: request.at };
  const unpacker = createUnpacker();
  const pool = createVerifierPool();
  // A few files ahead of the one that is reported, so that the workers always have something to do.
  const ahead: Promise<readonly VerifiedFile[]>[] = [];
  const reportNext = async () => {
    for (const file of (await ahead.shift()) ?? []) report(file);
  };
  try {
    for (const { name, read } of request.files) {
      ahead.push(verifyOne(name, read()));
      if (ahead.length >= FILES_AHEAD) await reportNext();
    }
    while (ahead.length > 0) await reportNext();
  } finally {
    await pool.close();
  }
  return null;

  async function verifyOne(name: string, bytes: Uint8Array | null): Promise<readonly VerifiedFile[]> {
    if (bytes === null) return [refused(name, { code: 'file-unreadable', params: {} })];
    const { files, problems } = await unpacker.unpack({ name, bytes });
    const verified = await Promise.all(
      files.filter((file) => !isManifest(file)).map((file) => pool.verify(file, { emails: [], subjectIds: [] }, trust)),
    );
    return [...verified, ...problems.map(({ file, problem }) => refused(file, problem))];
  }
}

const FILES_AHEAD = 16;

function refused(file: string, problem: Problem): VerifiedFile {
  return { file, credentials: [], problems: [problem] };
}
