import { expect, it } from 'vitest';
import { createContextTable, type ContextTable } from '../../main/adapters/verification/contexts/context-table.ts';
import { expand, readSignedGraph } from '../../main/adapters/verification/signed-graph.ts';
import type { JsonObject } from '../../shared/model/json.ts';
import { dataBytes, describeWithData } from './sample-data.ts';

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
