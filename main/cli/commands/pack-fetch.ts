import {
  gatherTrustData,
  openBase,
  readMissingList,
  type GatherResult,
} from '../../engine/issuer-packs/gather-trust-data.ts';
import { problemSentence } from '../../../shared/messages/problem-messages.ts';
import { parseInstant } from '../dates.ts';
import { EXIT, WrongUse, type ExitCode } from '../exit-codes.ts';
import { Failed } from '../open-client.ts';
import { readNeededFile } from '../read-paths.ts';
import { createDownload } from '../safe-download.ts';
import { print, printJson, tell } from '../terminal.ts';
import { writeResult } from '../write-file.ts';
import type { FetchOptions } from './pack.ts';

/**
 * `tessera pack fetch`: gathers what is missing into an unsigned pack. The only part of Tessera that opens connections;
 * it belongs to the command line alone (docs/issuer-packs.md), and a test holds that nothing else leads here.
 */
export async function fetchPack(options: FetchOptions, signal: AbortSignal): Promise<ExitCode> {
  const listed = readMissingList(readNeededFile(options.missing));
  if (!listed.ok) throw new Failed(problemSentence(listed.problem, options.missing));
  const base = options.base === undefined ? null : openBase(readNeededFile(options.base));
  if (base !== null && !base.ok) throw new Failed(problemSentence(base.problem, options.base));
  const source = options.source ?? base?.value.source;
  if (source === undefined) throw new WrongUse('Say with --source who gathers this pack, or give a --base.');
  if (options.refresh === true && base === null) throw new WrongUse('--refresh goes with --base.');
  const refreshed = options.refresh === true ? (base?.value.statusLists ?? []) : [];
  const again = refreshed.map((id) => ({ kind: 'status-list', id }) as const);
  const missing = [...listed.value, ...again.filter(({ id }) => !listed.value.some((one) => one.id === id))];
  const now = () => new Date().toISOString();
  const result = await gatherTrustData({
    missing,
    base: base?.value.json ?? null,
    source,
    version: options.packVersion ?? now().slice(0, 10),
    expiresAt: options.expires === undefined ? null : parseInstant(options.expires),
    now,
    load: createDownload({ signal, connectTo: options.connectTo ?? null }),
    onProgress: (done, total) => tell(`Fetching ${done + 1} of ${total}`),
  });
  signal.throwIfAborted();
  if (!result.ok) throw new Failed(problemSentence(result.problem, 'The pack'));
  writeResult(options.out, result.value.bytes);
  report(result.value, options);
  return result.value.failed.length === 0 ? EXIT.done : EXIT.doneWithRefusedFiles;
}

function report({ gathered, failed }: GatherResult, { out, json }: FetchOptions): void {
  if (json === true) {
    printJson({ gathered, failed });
  } else {
    for (const { kind, id, sha256 } of gathered) print(`${KINDS[kind]} ${id}: SHA-256 ${sha256}`);
    for (const { kind, id, reason } of failed) print(`${KINDS[kind]} ${id}: not fetched, ${reason}`);
  }
  tell(
    `Written: ${out} with ${gathered.length} of ${gathered.length + failed.length} documents. ` +
      'Look at it with “tessera pack inspect”, then sign it: fetching says where a document came from, not whom to trust.',
  );
}

const KINDS = {
  'did-document': 'Key document of',
  issuer: 'Issuer',
  'status-list': 'Status list',
  context: 'Context',
  schema: 'Schema',
} as const;
