import { availableParallelism } from 'node:os';
import { createVerifierPool } from '../../main/engine/verifier-pool.ts';
import { verifyFile } from '../../main/engine/verify-file.ts';
import { loadContext } from '../fixtures/signing/contexts.ts';
import { generateBadges } from './generate-badges.ts';
import { verifyPlainly } from './plain-libraries.js';
import { printRatios, sideBySide } from './side-by-side.ts';

const BADGES = 200;
const ROUNDS = 5;
const AT = '2026-09-01T00:00:00Z';

/** Verification with all of Tessera's checks against the plain `@digitalbazaar/vc` loop over the same badges. */
export async function benchVerification(): Promise<void> {
  const badges = await generateBadges(BADGES);
  const trust = { packs: [], pins: [], at: AT };
  const nobody = { emails: [], subjectIds: [] };
  const one = createVerifierPool({ workers: 1 });
  const all = createVerifierPool({ workers: availableParallelism() });
  const ways = [
    {
      name: 'plain @digitalbazaar/vc, one thread: the signature and nothing else',
      run: async () => {
        for (const { credential } of badges) {
          const { verified } = await verifyPlainly({
            credential: structuredClone(credential),
            documentLoader: loadDocument,
            now: new Date(AT),
          });
          if (!verified) throw new Error('The plain loop did not verify a good badge');
        }
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
  await one.close();
  await all.close();
}

function mustBeSound({ credentials }: Awaited<ReturnType<typeof verifyFile>>): void {
  if (credentials[0]?.report.checks.integrity.state !== 'pass') throw new Error('A good badge did not verify');
}

/** Contexts from the packages, and the documents of did:key, which the plain loop needs as well. */
async function loadDocument(url: string): Promise<{ readonly document: unknown }> {
  if (!url.startsWith('did:key:')) return loadContext(url);
  const [did = '', fragment] = url.split('#');
  const key = did.slice('did:key:'.length);
  const method = { id: `${did}#${key}`, type: 'Multikey', controller: did, publicKeyMultibase: key };
  const context = 'https://w3id.org/security/multikey/v1';
  const document =
    fragment === undefined
      ? { '@context': ['https://www.w3.org/ns/did/v1', context], id: did, assertionMethod: [method] }
      : { '@context': context, ...method };
  return Object.assign({ contextUrl: null, documentUrl: url }, { document });
}
