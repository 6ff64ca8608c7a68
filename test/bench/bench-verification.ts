import { DEFAULT_POLICY } from '../../shared/model/trust.ts';
import { availableParallelism } from 'node:os';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { createVerifierPool } from '../../main/engine/verifier-pool.ts';
import { verifyFile } from '../../main/engine/verify-file.ts';
import { generateBadges } from './generate-badges.ts';
import { printRatios, sideBySide } from './side-by-side.ts';

const BADGES = 200;
const ROUNDS = 5;
const AT = '2026-09-01T00:00:00Z';

/** Verification with all of Tessera's checks against the plain `@digitalbazaar/vc` loop over the same badges. */
export async function benchVerification(): Promise<void> {
  const badges = await generateBadges(BADGES);
  const trust = { packs: [], pins: [], publishers: [], policy: DEFAULT_POLICY, at: AT };
  const nobody = { emails: [], subjectIds: [] };
  const one = createVerifierPool({ workers: 1 });
  const all = createVerifierPool({ workers: availableParallelism() });
  // In a thread of its own, because ours changes how jsonld shares its work in the whole thread.
  const plain = new Worker(new URL('./plain-loop-worker.ts', import.meta.url), {
    workerData: { badges: BADGES, at: AT },
    execArgv: ['--import', 'tsx'],
  });
  await once(plain, 'message');
  const ways = [
    {
      name: 'plain @digitalbazaar/vc, one thread: the signature and nothing else',
      run: async () => {
        plain.postMessage('run');
        await once(plain, 'message');
      },
    },
    {
      name: 'Tessera, same thread: from bytes to a report with every check',
      run: async () => {
        for (const file of badges) mustBeSound(await verifyFile(file, nobody, trust));
      },
    },
    {
      name: 'Tessera, pool of 1 worker',
      run: async () => {
        for (const file of await Promise.all(badges.map((badge) => one.verify(badge, nobody, trust))))
          mustBeSound(file);
      },
    },
    {
      name: `Tessera, pool of ${availableParallelism()} workers`,
      run: async () => {
        for (const file of await Promise.all(badges.map((badge) => all.verify(badge, nobody, trust))))
          mustBeSound(file);
      },
    },
  ];
  printRatios('Verification', BADGES, 'badge', await sideBySide(ways, ROUNDS));
  await plain.terminate();
  await one.close();
  await all.close();
}

function mustBeSound({ credentials }: Awaited<ReturnType<typeof verifyFile>>): void {
  if (credentials[0]?.report.checks.integrity.state !== 'pass') throw new Error('A good badge did not verify');
}
