import { bindsAndHolds } from '../../../core/verification/checks/key-binding.ts';
import type { Finding } from '../../../core/verification/finding.ts';
import { stateOf } from '../../../core/verification/finding.ts';
import { idOf, isObject, objectsOf } from '../../../core/verification/json-fields.ts';
import type { JsonObject } from '../../../../shared/model/json.ts';
import { isFixedTo } from '../digests.ts';
import { verifySecuring } from '../secured.ts';
import { openList } from '../status-methods/list-in-pack.ts';
import { validateWith } from './compiled-schema.ts';
import { schemaInPacks } from './schema-in-pack.ts';
import type { SchemaMethod, SchemaQuestion } from './schema-method.ts';

/**
 * A JSON Schema inside a credential (VC JSON Schema §4): the credential's own signature must hold with a key of whoever
 * it names as its issuer, who need not be the issuer of what follows the schema.
 */
export const jsonSchemaCredential: SchemaMethod = {
  types: ['JsonSchemaCredential'],
  async run(question) {
    const { id, entry, credential, trust } = question;
    const document = schemaInPacks(id, trust.packs);
    if (document === null) return { code: 'schema-missing', evidence: { id } };
    if (isFixedTo(entry, [document]) === false) return { code: 'schema-digest-differs', evidence: { id } };
    const schema = await provenSchema(document, question);
    if ('finding' in schema) return schema.finding;
    return validateWith({ id, schema: schema.schema, dialect: null }, credential, trust.packs);
  },
};

async function provenSchema(
  document: JsonObject,
  { id, trust }: SchemaQuestion,
): Promise<{ readonly schema: JsonObject } | { readonly finding: Finding }> {
  const unproven = (detail: string) => ({ finding: { code: 'schema-unproven', evidence: { id, detail } } }) as const;
  const opened = openList(document);
  if (opened === null || opened === 'cbor') return unproven('it can’t be read');
  const question = { signer: idOf(opened.json['issuer']), relationship: 'assertionMethod', use: 'credential' } as const;
  const secured = await verifySecuring(opened.json, opened.securing, { ...question, packs: trust.packs });
  const broken = secured.proofs.find((proof) => stateOf(proof.integrity) === 'fail');
  if (secured.refusal !== null || broken !== undefined || !secured.proofs.some(bindsAndHolds)) {
    return unproven(broken?.integrity.code ?? secured.proofs[0]?.integrity.code ?? 'no-proof');
  }
  const schema = objectsOf(secured.view['credentialSubject'])[0]?.['jsonSchema'];
  return isObject(schema)
    ? { schema }
    : { finding: { code: 'schema-unusable', evidence: { id, detail: 'it has none' } } };
}
