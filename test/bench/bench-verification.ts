import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { TrustContext } from '../../main/core/ports.ts';
import { verifyFile } from '../../main/engine/verify-file.ts';
import { DEFAULT_POLICY } from '../../shared/model/trust.ts';
import { generateBadges, generateRecords, type GeneratedBadge } from './generate-badges.ts';
import type { PlainLoopData } from './plain-loop-worker.ts';
import { printSpeedUps, sideBySide } from './side-by-side.ts';

const BADGES = 300;
const RECORDS = 8;
const MEMBERS = 20;
const ROUNDS = 9;
const AT = '2026-09-01T00:00:00Z';
const TRUST: TrustContext = { packs: [], pins: [], publishers: [], policy: DEFAULT_POLICY, at: AT };
const NOBODY = { emails: [], subjectIds: [] };

/**
 * Verification with all of Tessera's checks against the plain `@digitalbazaar/vc` loop over the same credentials, one
 * thread each, warm. What counts in the issue: at least 3 times as fast for a badge, 6 times for a record of 20.
 */
export async function benchVerification(): Promise<void> {
  await compare('Badges of about 1.5 KB', 'badge', await generateBadges(BADGES));
  await compare(`Records with ${MEMBERS} members`, 'record', await generateRecords(RECORDS, MEMBERS));
}

async function compare(title: string, unit: string, files: readonly GeneratedBadge[]): Promise<void> {
  // In a thread of its own, because ours changes how jsonld shares its work in the whole thread.
  const data: PlainLoopData = { credentials: files.map((file) => file.credential), at: AT };
  const plain = new Worker(new URL('./plain-loop-worker.ts', import.meta.url), {
    workerData: data,
    execArgv: ['--import', 'tsx'],
  });
  await once(plain, 'message');
  const ways = [
    {
      name: 'plain @digitalbazaar/vc: the signatures and nothing else',
      run: async () => {
        plain.postMessage('run');
        await once(plain, 'message');
      },
    },
    {
      name: 'Tessera: from bytes to reports with every check',
      run: async () => {
        for (const file of files) mustBeSound(await verifyFile(file, NOBODY, TRUST));
      },
    },
  ];
  printSpeedUps(title, files.length, unit, await sideBySide(ways, ROUNDS));
  await plain.terminate();
}

function mustBeSound({ credentials }: Awaited<ReturnType<typeof verifyFile>>): void {
  const unsound = credentials.find((each) => each.report.checks.integrity.state !== 'pass');
  if (credentials.length === 0 || unsound !== undefined) throw new Error('A good credential did not verify');
}
