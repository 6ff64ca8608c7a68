import { encodeMultibase } from '../../main/adapters/verification/keys/multibase.ts';
import { disclosedStatements } from '../../main/adapters/verification/proof-suites/disclosed-statements.ts';
import {
  readDerivedProof,
  sdVerifyData,
  type SdProof,
  type SdVerifyData,
} from '../../main/adapters/verification/proof-suites/ecdsa-sd-2023.ts';
import { canonicalOptions } from '../../main/adapters/verification/canonical-options.ts';
import type { Json, JsonObject } from '../../shared/model/json.ts';
import {
  credentialVector,
  valueVector,
  type ConformanceVector,
  type CredentialExpectation,
} from './conformance-set.ts';
import { dataText } from './sample-data.ts';
import {
  canonicalStatements,
  CITIZENSHIP_TABLE,
  IN_A_PACK,
  otherRoleVector,
  proofOf,
  proofOptions,
  readJson,
  sorted,
  WITH_CITIZENSHIP,
} from './w3c-vectors.ts';

/** What only the issuer or the holder computes on the way to a derived proof. */
const OF_OTHERS = [
  ['addBaseDocHMACCanon', 'the statements under labels of their own', 'issuer'],
  ['addBaseTransform', 'which statements must be shown', 'issuer'],
  ['addPointerValues', 'the values that must be shown', 'issuer'],
  ['addRawBaseSignatureInfo', 'the parts of the base proof', 'issuer'],
  ['derivedAllGroupData', 'the statements by group', 'holder'],
  ['derivedGroupIndexes', 'their indexes by group', 'holder'],
  ['derivedRecoveredBaseData', 'the parts of the base proof, with the secret of its labels', 'holder'],
] as const;

/** The rows of one credential of ecdsa-sd-2023: as the issuer signed it, as the holder derived it, and the values between. */
export function disclosureVectors(
  name: 'employ' | 'prc',
  derived: CredentialExpectation['checks'],
): readonly ConformanceVector[] {
  const at = (file: string): string => `w3c-ecdsa/ecdsa-sd-2023/${name}/${file}`;
  const revealed = (): JsonObject => readJson(at('derivedRevealDocument.json'));
  const value = (file: string, what: string, got: () => Promise<JsonObject | string>): ConformanceVector =>
    valueVector(at(file), what, async () => {
      const made = await got();
      return typeof made === 'string'
        ? [made.trim(), dataText(at(file))]
        : [sorted(made), sorted(plain(readJson(at(file))))];
    });
  return [
    credentialVector({
      file: at('derivedRevealDocument.json'),
      what: 'a credential derived with ecdsa-sd-2023',
      verdict: 'not-valid',
      checks: { ...derived, 'key-binding': 'key-of-somebody-else' },
      why: IN_A_PACK,
      trust: WITH_CITIZENSHIP,
    }),
    credentialVector({
      file: at('addSignedSDBase.json'),
      what: 'the base proof of ecdsa-sd-2023, which only the holder should have',
      verdict: 'not-valid',
      checks: { integrity: 'proof-not-derived', 'key-binding': 'key-of-somebody-else' },
      why: 'A base proof is not for showing: it is named as such and not judged.',
      trust: WITH_CITIZENSHIP,
    }),
    credentialVector({
      file: at('derivedUnsignedReveal.json'),
      what: 'the revealed part before its proof is added',
      verdict: name === 'prc' ? 'not-valid' : 'cannot-verify-offline',
      checks: { integrity: 'no-proof', ...(name === 'prc' ? { validity: 'expired' } : {}) },
      ...(name === 'prc' ? { why: 'It ended in December 2025.' } : {}),
      trust: WITH_CITIZENSHIP,
    }),
    value('addBaseDocCanon.json', 'the canonical statements of the whole credential', async () => {
      const { proof: _, ...document } = readJson(at('addSignedSDBase.json'));
      return { statements: linesOf(await canonicalStatements(document)) };
    }),
    value('addProofConfig.json', 'the options of the proof', async () => proofOptions(revealed())),
    value('addProofConfigCanon.txt', 'their canonical form', () =>
      canonicalOptions(proofOptions(revealed()), CITIZENSHIP_TABLE),
    ),
    value('addHashData.json', 'the hashes that the issuer signs', async () => {
      const { proofHash, mandatoryHash } = await verifyDataOf(revealed());
      return { proofHash: proofHash.toString('hex'), mandatoryHash: mandatoryHash.toString('hex') };
    }),
    value('derivedAdjMandatoryIndexes.json', 'which of the revealed statements are mandatory', async () => ({
      adjMandatoryIndexes: derivedProof(revealed()).mandatoryIndexes,
    })),
    valueVector(at('derivedAdjSignatures.json'), 'the signatures of the others', async () => [
      JSON.stringify(hexes(derivedProof(revealed()).signatures)),
      JSON.stringify(readJson(at('derivedAdjSignatures.json'))['filteredSignatures']),
    ]),
    value('derivedDisclosureData.json', 'the parts of the derived proof', async () =>
      partsOf(derivedProof(revealed())),
    ),
    value('verifyDerivedProofValue.json', 'the same, read from the proof', async () =>
      partsOf(derivedProof(revealed())),
    ),
    value('verifyNQuads.json', 'the revealed statements under the issuer’s labels', async () => ({
      statements: await relabelledStatements(revealed()),
    })),
    value('verifyCreateVerifyData.json', 'all that the derived proof is checked against', async () => {
      const proof = derivedProof(revealed());
      const data = await verifyDataOf(revealed());
      const { labelMap: _1, mandatoryIndexes: _2, ...parts } = partsOf(proof);
      return {
        ...parts,
        proofHash: data.proofHash.toString('hex'),
        mandatoryHash: data.mandatoryHash.toString('hex'),
        nonMandatory: data.chosen,
      };
    }),
    ...OF_OTHERS.map(([file, what, role]) => otherRoleVector(at(`${file}.json`), what, role)),
  ];
}

function derivedProof(credential: JsonObject): SdProof {
  const proof = readDerivedProof(proofOf(credential));
  if (proof === null) throw new Error('The derived proof of the vector can’t be read');
  return proof;
}

async function verifyDataOf(credential: JsonObject): Promise<SdVerifyData> {
  const { proof: _, ...document } = credential;
  const question = {
    document,
    proof: proofOf(credential),
    canonical: await canonicalStatements(document),
    contexts: CITIZENSHIP_TABLE,
  };
  const data = await sdVerifyData(question, derivedProof(credential));
  if (data === null) throw new Error('The labels of the vector don’t fit its document');
  return data;
}

async function relabelledStatements(credential: JsonObject): Promise<readonly string[]> {
  const { proof: _, ...document } = credential;
  const { labels, mandatoryIndexes } = derivedProof(credential);
  const statements = disclosedStatements(await canonicalStatements(document), labels, mandatoryIndexes);
  return statements === null ? [] : [...statements.mandatory, ...statements.chosen].toSorted();
}

function partsOf({ baseSignature, statementKey, signatures, labels, mandatoryIndexes }: SdProof): {
  readonly [name: string]: Json;
} {
  return {
    baseSignature: Buffer.from(baseSignature).toString('hex'),
    publicKey: encodeMultibase(statementKey),
    signatures: hexes(signatures),
    labelMap: [...labels],
    mandatoryIndexes,
  };
}

function hexes(signatures: readonly Uint8Array[]): readonly string[] {
  return signatures.map((signature) => Buffer.from(signature).toString('hex'));
}

function linesOf(canonical: string): readonly string[] {
  return canonical
    .split('\n')
    .slice(0, -1)
    .map((statement) => `${statement}\n`);
}

/** The vectors write a list as itself and a map as `{ dataType: 'Map', value: [[…]] }`. */
function plain(json: JsonObject | readonly Json[]): JsonObject {
  if (Array.isArray(json)) return { statements: json };
  const { labelMap, ...rest } = json as JsonObject;
  if (labelMap === undefined) return rest;
  const entries = typeof labelMap === 'object' && labelMap !== null && 'value' in labelMap ? labelMap.value : labelMap;
  return { ...rest, labelMap: entries ?? null };
}
