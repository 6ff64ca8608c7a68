import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { createContextTable, type ContextTable } from '../../main/adapters/verification/contexts/context-table.ts';
import { jcsVerifyData } from '../../main/adapters/verification/proof-suites/jcs-verify-data.ts';
import { expand, readSignedGraph } from '../../main/adapters/verification/signed-graph.ts';
import type { JsonObject } from '../../shared/model/json.ts';
import { dataBytes, dataText, describeWithData } from './sample-data.ts';

const CARRIED = createContextTable([]);

const VECTORS = [
  { folder: 'w3c-eddsa/eddsa-rdfc-2022', signed: 'signedDataInt.json', suffix: 'DataInt' },
  { folder: 'w3c-eddsa/Ed25519Signature2020', signed: 'signedEdSig.json', suffix: 'EdSig' },
] as const;

describeWithData('canonical forms of the W3C vectors', () => {
  it.each(VECTORS)('$folder: statements and hashes of document and proof', async ({ folder, signed, suffix }) => {
    const { proof, ...document } = json(`${folder}/${signed}`);
    const { proofValue: _, ...options } = proof as JsonObject;
    const canonicalDocument = await canonical(document, CARRIED);
    const canonicalProof = await canonical({ '@context': document['@context'] ?? [], ...options }, CARRIED);
    expect(canonicalDocument.trim()).toBe(dataText(`${folder}/canonDoc${suffix}.txt`));
    expect(canonicalProof.trim()).toBe(dataText(`${folder}/proofCanon${suffix}.txt`));
    expect(sha256(canonicalDocument)).toBe(dataText(`${folder}/docHash${suffix}.txt`));
    expect(sha256(canonicalProof)).toBe(dataText(`${folder}/proofHash${suffix}.txt`));
  });

  it('eddsa-jcs-2022: the bytes that are signed', () => {
    const { proof, ...document } = json('w3c-eddsa/eddsa-jcs-2022/signedJCS.json');
    const verifyData = jcsVerifyData(document, proof as JsonObject).toString('hex');
    expect(verifyData).toBe(dataText('w3c-eddsa/eddsa-jcs-2022/combinedHashJCS.txt'));
  });
});

const CLR = { '2.0': 'context.json', '2.0.1': 'context-2.0.1.json' } as const;
const PUBLISHED = { '2.0': 'clr-v2p0.json', '2.0.1': 'clr-v2p0-2.0.1.json' } as const;

describeWithData('our CLR terms', () => {
  it.each(['2.0', '2.0.1'] as const)('read a record as the published context %s does', async (edition) => {
    const url = `https://purl.imsglobal.org/spec/clr/v2p0/${CLR[edition]}`;
    const { proof: _, ...sample } = json('1edtech-samples/clr-simple.json');
    const [vcdm, , ...others] = sample['@context'] as string[];
    const record = {
      ...sample,
      '@context': [vcdm ?? '', url, ...others],
      partial: true,
      credentialSubject: {
        ...(sample['credentialSubject'] as JsonObject),
        identifier: [
          { type: 'IdentityObject', identityHash: 'a@b.example', identityType: 'emailAddress', hashed: false },
        ],
      },
    };
    const published = createContextTable([], new Map([[url, json(`1edtech-contexts/${PUBLISHED[edition]}`)]]));
    expect(await expand(record, createContextTable([]))).toEqual(await expand(record, published));
    expect(await canonical(record, createContextTable([]))).toBe(await canonical(record, published));
  });
});

async function canonical(document: JsonObject, contexts: ContextTable): Promise<string> {
  const reading = await readSignedGraph(document, contexts);
  if (!reading.ok) throw new Error(reading.finding.code);
  return reading.graph.canonical;
}

function json(path: string): JsonObject {
  return JSON.parse(dataBytes(path).toString('utf8')) as JsonObject;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
