import type { Json, JsonObject } from '../../../shared/model/json.ts';
import { ISSUERS } from '../../fixtures/content/issuers.ts';
import { signCredential } from '../../fixtures/signing/data-integrity.ts';
import { attack, FORGED, on, refused, type Attack, type Landing } from './attack.ts';
import { ACHIEVEMENT, CREATED, FORGER, objectAt, valueAt, without, withValue, type Genuine } from './genuine.ts';

/** An option that the vocabulary does not know, or knows as something else, leaves nothing that could be judged. */
const INVALID = on('integrity', 'signature-invalid', 'key-kind-mismatch', 'proof-malformed', 'not-canonical');
const NO_PROOF = on('integrity', 'no-proof', 'proof-malformed');
/** In a record it hopes for the record's signature, which is another issuer's. */
const ENVELOPE = on('key-binding', 'envelope-of-another-issuer');
const CHAIN_BROKEN = on('integrity', 'proof-chain-broken', 'signature-invalid', 'suite-not-supported');
const MALFORMED = on('integrity', 'proof-malformed', 'signature-invalid', 'not-canonical', 'no-proof');
const UNKNOWN_SUITE = on('integrity', 'suite-not-supported');
const NOT_ITS_KEY = on('integrity', 'key-nonexistent', 'signature-invalid', 'key-unavailable', 'proof-malformed');

/** Proofs broken, moved, multiplied or renamed. */
export const PROOFS: readonly Attack[] = [
  proof('broken-proof-beside-good', 'The good proof makes up for the broken one.', (good) => [good, broken(good)]),
  proof('broken-proof-before-good', 'Only the last proof is looked at.', (good) => [broken(good), good]),
  proof(
    'forged-proof-beside-good',
    'A stranger’s proof in the issuer’s name passes with the real one.',
    (good, { other }) => [good, objectAt(other, ['proof'])],
  ),
  proof(
    'unknown-suite-beside-good',
    'A proof of an unknown kind is counted as one more confirmation.',
    (good) => [good, { ...good, cryptosuite: 'forger-rdfc-2030' }],
    [on('integrity', 'signature-valid-others-not-checked')],
    'The issuer’s own signature holds; the one that can’t be checked is named and keeps it from being plainly verified.',
  ),
  proof(
    'unknown-suite',
    'What can’t be checked is taken for good.',
    (good) => ({ ...good, cryptosuite: 'forger-rdfc-2030' }),
    [UNKNOWN_SUITE],
  ),
  proof(
    'unknown-type',
    'A proof type that nobody knows is skipped.',
    (good) => ({ ...good, type: 'ForgerSignature2030' }),
    [UNKNOWN_SUITE],
  ),
  proof('suite-swapped', 'The signature is read by the rules of another suite.', (good) => ({
    ...good,
    cryptosuite: 'eddsa-jcs-2022',
  })),
  proof(
    'suite-of-another-curve',
    'An Ed25519 key is asked for an ECDSA signature.',
    (good) => ({ ...good, cryptosuite: 'ecdsa-rdfc-2019' }),
    [INVALID, UNKNOWN_SUITE],
  ),
  proof('suite-downgraded', 'The signature is read by the rules of an older suite.', (good) => ({
    ...without(good, 'cryptosuite'),
    type: 'Ed25519Signature2020',
  })),
  proof(
    'suite-as-list',
    'A list of suites: one will fit.',
    (good) => ({ ...good, cryptosuite: ['eddsa-rdfc-2022', 'none'] }),
    [INVALID, UNKNOWN_SUITE, MALFORMED],
  ),
  proof(
    'chain-to-nowhere',
    'A chain whose first link is missing.',
    (good) => ({ ...good, previousProof: 'urn:uuid:missing' }),
    [CHAIN_BROKEN],
  ),
  proof(
    'chain-over-broken',
    'A good proof is said to rest on a broken one.',
    (good) => [
      { ...broken(good), id: 'urn:uuid:first' },
      { ...good, previousProof: 'urn:uuid:first' },
    ],
    [CHAIN_BROKEN],
  ),
  proof(
    'chain-in-a-circle',
    'Two proofs that rest on each other.',
    (good) => [
      { ...good, id: 'urn:uuid:one', previousProof: 'urn:uuid:two' },
      { ...good, id: 'urn:uuid:two', previousProof: 'urn:uuid:one' },
    ],
    [CHAIN_BROKEN],
  ),
  proof(
    'chain-to-itself',
    'A proof that rests on itself.',
    (good) => ({ ...good, id: 'urn:uuid:one', previousProof: 'urn:uuid:one' }),
    [CHAIN_BROKEN],
  ),
  proof('moved-from-another', 'The proof of another credential of the issuer.', (_good, { other }) =>
    objectAt(other, ['proof']),
  ),
  proof(
    'moved-from-another-person',
    'The proof of the same achievement of somebody else.',
    (_good, { somebodyElses }) => objectAt(somebodyElses, ['proof']),
  ),
  proof('created-changed', 'The signature looks older than it is.', (good) => ({
    ...good,
    created: '2020-01-01T00:00:00Z',
  })),
  proof('created-removed', 'Nobody can tell when it was signed.', (good) => without(good, 'created')),
  proof('created-as-number', 'A date that is no date.', (good) => ({ ...good, created: 0 }), [
    INVALID,
    MALFORMED,
    on('validity', 'date-unreadable'),
  ]),
  proof('method-of-the-same-issuer', 'The signature is said to be of another key of the issuer.', (good) => ({
    ...good,
    verificationMethod: ISSUERS.harbourlight.token.verificationMethod,
  })),
  proof('method-of-the-forger', 'The signature is said to be the forger’s.', (good) => ({
    ...good,
    verificationMethod: FORGER.verificationMethod,
  })),
  proof(
    'method-that-is-not-there',
    'The issuer’s document has no such key.',
    (good) => ({ ...good, verificationMethod: 'did:web:harbourlight.example#nothing' }),
    [NOT_ITS_KEY],
  ),
  proof('method-missing', 'Any key will do.', (good) => without(good, 'verificationMethod'), [MALFORMED]),
  proof(
    'method-as-list',
    'Several keys to choose from.',
    (good) => ({ ...good, verificationMethod: [FORGER.verificationMethod, good['verificationMethod'] ?? ''] }),
    [MALFORMED, NOT_ITS_KEY],
  ),
  forgedProof('key-inside-the-proof', 'The proof brings the forger’s key along as the issuer’s.', (json) =>
    withValue(json, ['proof', 'verificationMethod'], {
      id: ISSUERS.harbourlight.proof.verificationMethod,
      type: 'Multikey',
      controller: ISSUERS.harbourlight.id,
      publicKeyMultibase: FORGER.key.multibase,
    }),
  ),
  forgedProof('key-beside-the-method', 'A public key stands in the proof.', (json) =>
    withValue(json, ['proof', 'publicKeyMultibase'], FORGER.key.multibase),
  ),
  forgedProof('key-inside-the-issuer', 'The issuer’s profile brings the forger’s key along.', (json) =>
    withValue(
      json,
      ['issuer', 'verificationMethod'],
      [
        {
          id: ISSUERS.harbourlight.proof.verificationMethod,
          type: 'Multikey',
          publicKeyMultibase: FORGER.key.multibase,
        },
      ],
    ),
  ),
  forgedProof(
    'signed-in-the-issuers-name',
    'The forger’s signature under the name of the issuer’s key.',
    (json) => json,
  ),
  proof(
    'purpose-changed',
    'A signature for logging in counts as a credential.',
    (good) => ({ ...good, proofPurpose: 'authentication' }),
    [INVALID, on('integrity', 'proof-purpose-wrong')],
  ),
  proof('purpose-missing', 'No purpose, no question.', (good) => without(good, 'proofPurpose'), [
    INVALID,
    on('integrity', 'proof-purpose-wrong'),
  ]),
  proof(
    'purpose-as-list',
    'One of several purposes will fit.',
    (good) => ({ ...good, proofPurpose: ['assertionMethod', 'authentication'] }),
    [INVALID, on('integrity', 'proof-purpose-wrong')],
  ),
  proof('domain-added', 'A proof for nobody becomes one for this employer.', (good) => ({
    ...good,
    domain: 'https://employer.example',
  })),
  proof('challenge-added', 'The credential looks freshly asked for.', (good) => ({ ...good, challenge: 'today' })),
  proof('nonce-added', 'One more signed option is claimed.', (good) => ({ ...good, nonce: 'today' })),
  proof('end-added', 'The proof claims to hold for years.', (good) => ({ ...good, expires: '2036-01-01T00:00:00Z' })),
  proof(
    'value-cut',
    'Half a signature.',
    (good) => ({ ...good, proofValue: String(good['proofValue']).slice(0, 40) }),
    [MALFORMED],
  ),
  proof('value-empty', 'An empty signature.', (good) => ({ ...good, proofValue: '' }), [MALFORMED]),
  proof('value-missing', 'No signature at all.', (good) => without(good, 'proofValue'), [MALFORMED]),
  proof('value-zeros', 'A signature of zeros.', (good) => ({ ...good, proofValue: `z${'1'.repeat(64)}` }), [MALFORMED]),
  proof('value-as-number', 'A number for a signature.', (good) => ({ ...good, proofValue: 1 }), [MALFORMED]),
  proof(
    'value-as-list',
    'Several signatures in one.',
    (good) => ({ ...good, proofValue: [good['proofValue'] ?? ''] }),
    [MALFORMED],
  ),
  proof('value-long', 'A signature of a megabyte.', (good) => ({ ...good, proofValue: `z${'2'.repeat(1_000_000)}` }), [
    MALFORMED,
    refused('too-complex', 'file-too-large'),
  ]),
  proof(
    'value-other-base',
    'The signature in another alphabet.',
    (good) => ({ ...good, proofValue: `m${String(good['proofValue']).slice(1)}` }),
    [MALFORMED],
  ),
  proof(
    'value-malleable',
    'The same signature in another number (S + L).',
    (good) => ({ ...good, proofValue: malleated(String(good['proofValue'])) }),
    [MALFORMED],
  ),
  proof('no-proof', 'A credential without a signature is read as if it had one.', () => undefined, [
    NO_PROOF,
    ENVELOPE,
  ]),
  proof('proof-nothing', 'The proof is null.', () => null, [NO_PROOF, ENVELOPE]),
  proof('proof-empty-list', 'A list of no proofs: all of them hold.', () => [], [NO_PROOF, ENVELOPE]),
  proof('proof-as-text', 'The proof is a word.', () => 'verified', [NO_PROOF, ENVELOPE, refused('too-complex')]),
  proof('proof-as-graph', 'The proof hides in a graph of its own.', (good) => ({ '@graph': [good] }), [
    on('format', 'format-forbidden-keyword'),
    UNKNOWN_SUITE,
    MALFORMED,
  ]),
  proof(
    'nine-proofs',
    'So many proofs that the broken one is not reached.',
    (good) => [...Array.from({ length: 8 }, () => good), broken(good)],
    [on('format', 'format-limit-exceeded'), refused('too-complex')],
  ),
  proof('eight-proofs-one-broken', 'The broken one is the last that is read.', (good) => [
    ...Array.from({ length: 7 }, () => good),
    broken(good),
  ]),
  proof('suite-name-in-case', 'The suite in other letters.', (good) => ({ ...good, cryptosuite: 'EDDSA-RDFC-2022' }), [
    UNKNOWN_SUITE,
    INVALID,
  ]),
  proof(
    'proof-context',
    'The proof redefines what its options mean.',
    (good) => ({ ...good, '@context': { proofValue: 'https://forger.example/nothing' } }),
    [on('format', 'format-nested-context'), INVALID, on('integrity', 'context-inline', 'not-canonical')],
  ),
  attack(
    'both-changed',
    'The words are changed and the proof is swapped for a stranger’s.',
    {
      object: async ({ badge }) => ({
        ...withValue(badge, [...ACHIEVEMENT, 'name'], FORGED),
        proof: { ...objectAt(badge, ['proof']), verificationMethod: FORGER.verificationMethod },
      }),
    },
    [INVALID],
  ),
];

type NewProof = (good: JsonObject, genuine: Genuine) => Json | undefined;

/** The genuine badge with another `proof`. */
function proof(
  name: string,
  hope: string,
  make: NewProof,
  lands: readonly Landing[] = [INVALID],
  reservation?: string,
): Attack {
  return attack(
    name,
    hope,
    {
      object: (genuine) => {
        const next = make(objectAt(genuine.badge, ['proof']), genuine);
        return next === undefined ? without(genuine.badge, 'proof') : { ...genuine.badge, proof: next };
      },
    },
    lands,
    reservation === undefined ? {} : { reservation },
  );
}

/** Forged words, signed by the forger under the name of the issuer’s key, with something that shall make it pass. */
function forgedProof(name: string, hope: string, dress: (json: JsonObject) => JsonObject): Attack {
  return attack(
    name,
    hope,
    {
      async object({ plain }) {
        const forged = withValue(plain, [...ACHIEVEMENT, 'name'], FORGED);
        const signer = { key: FORGER.key, verificationMethod: ISSUERS.harbourlight.proof.verificationMethod };
        return dress(await signCredential(forged, signer, 'eddsa-rdfc-2022', CREATED));
      },
    },
    [INVALID, NOT_ITS_KEY],
  );
}

function broken(good: JsonObject): JsonObject {
  const value = String(valueAt(good, ['proofValue']));
  const last = value.at(-1) === '2' ? '3' : '2';
  return { ...good, proofValue: `${value.slice(0, -1)}${last}` };
}

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
/** The order of the group of Ed25519. */
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

/** The signature with S + L in place of S: the same point, which a careless verifier accepts (RFC 8032 section 8.4). */
function malleated(proofValue: string): string {
  let number = [...proofValue.slice(1)].reduce((sum, letter) => sum * 58n + BigInt(ALPHABET.indexOf(letter)), 0n);
  const bytes = Buffer.from(number.toString(16).padStart(128, '0'), 'hex');
  const scalar = BigInt(`0x${Buffer.from(bytes.subarray(32)).reverse().toString('hex')}`) + ORDER;
  const last = Buffer.from(scalar.toString(16).padStart(64, '0'), 'hex').reverse();
  number = BigInt(`0x${Buffer.concat([bytes.subarray(0, 32), last]).toString('hex')}`);
  let text = '';
  for (; number > 0n; number /= 58n) text = ALPHABET.charAt(Number(number % 58n)) + text;
  return `z${text}`;
}
