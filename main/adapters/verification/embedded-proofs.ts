import type { IssuerPack } from '../../core/ports.ts';
import type { ProofFacts } from '../../core/verification/facts.ts';
import { stateOf, type Finding } from '../../core/verification/finding.ts';
import { objectsOf, idOf, textOf } from '../../core/verification/json-fields.ts';
import { VERIFICATION_LIMITS } from '../../core/verification/verification-limits.ts';
import type { JsonObject } from '../../../shared/model/json.ts';
import type { JsonPointer } from '../../../shared/model/ids.ts';
import { CONTEXT_EDITIONS } from './contexts/context-editions.ts';
import { createContextTable, type ContextTable } from './contexts/context-table.ts';
import { inspectForm } from './json-ld-form.ts';
import type { ProofSuite } from './proof-suites/proof-suite.ts';
import { findSuite, suiteNameOf } from './proof-suites/registry.ts';
import { readSignedGraph, type GraphReading } from './signed-graph.ts';
import { signedViewOf } from './signed-view.ts';
import { findSigningKeys, type KeyQuestion, type SigningKey } from './signing-key.ts';

/** What was found out about how a document is secured. */
export interface SecuredFacts {
  /** A `format` finding. */
  readonly refusal: Finding | null;
  readonly proofs: readonly ProofFacts[];
  /** What may be read: the signed part where a proof over part of it passes, else the document. */
  readonly view: JsonObject;
  readonly unsignedPaths: readonly JsonPointer[];
}

/** Who must have signed, and for what. */
export interface SignerQuestion {
  readonly signer: string | null;
  readonly relationship: KeyQuestion['relationship'];
  readonly packs: readonly IssuerPack[];
}

/** Checks every proof that stands in a document, each on its own. */
export async function verifyEmbeddedProofs(json: JsonObject, question: SignerQuestion): Promise<SecuredFacts> {
  const { proof: _, ...document } = json;
  const all = objectsOf(json['proof']);
  if (all.length > VERIFICATION_LIMITS.proofs) {
    const evidence = { count: all.length, what: 'signatures', limit: VERIFICATION_LIMITS.proofs };
    return { refusal: { code: 'format-limit-exceeded', evidence }, proofs: [], view: json, unsignedPaths: [] };
  }
  const asked = all.filter((proof) => proof['proofPurpose'] === question.relationship);
  const proofs = asked.length > 0 ? asked : all;
  const contexts = createContextTable(question.packs);
  const overStatements = proofs.some((proof) => findSuite(proof)?.signs === 'statements');
  const form = overStatements ? inspectForm(json, contexts) : null;
  if (form?.refusal) return { refusal: form.refusal, proofs: [], view: json, unsignedPaths: [] };

  const first = await verifyWith(document, proofs, question, contexts, form?.obstacle ?? null);
  if (!first.proofs.some((facts) => facts.integrity.code === 'signature-invalid')) return first;
  return (await withOtherEditions(document, proofs, question, form?.contextUrls ?? [])) ?? first;
}

/** A signature that fails may have been made with another edition of a vocabulary. */
async function withOtherEditions(
  document: JsonObject,
  proofs: readonly JsonObject[],
  question: SignerQuestion,
  urls: readonly string[],
): Promise<SecuredFacts | null> {
  for (const edition of CONTEXT_EDITIONS.filter((each) => urls.includes(each.url))) {
    const contexts = createContextTable(question.packs, new Map([[edition.url, edition.document]]));
    const secured = await verifyWith(document, proofs, question, contexts, null);
    if (secured.proofs.some((facts) => stateOf(facts.integrity) === 'fail')) continue;
    const named = (facts: ProofFacts): ProofFacts =>
      facts.integrity.code === 'signature-valid'
        ? {
            ...facts,
            integrity: {
              code: 'signature-valid-context-variant',
              evidence: { suite: facts.suite, variant: edition.name },
            },
          }
        : facts;
    return { ...secured, proofs: secured.proofs.map(named) };
  }
  return null;
}

async function verifyWith(
  document: JsonObject,
  proofs: readonly JsonObject[],
  question: SignerQuestion,
  contexts: ContextTable,
  obstacle: Finding | null,
): Promise<SecuredFacts> {
  let reading: Promise<GraphReading> | null = null;
  const graph = (): Promise<GraphReading> => (reading ??= readSignedGraph(document, contexts));

  const facts: ProofFacts[] = [];
  for (const proof of proofs) facts.push(await verifyProof(document, proof, question, contexts, obstacle, graph));
  const passed = facts.filter((each) => stateOf(each.integrity) === 'pass');
  const json = facts.some((each, index) => passed.includes(each) && findSuite(proofs[index] ?? {})?.signs === 'json');
  // Canonical JSON leaves nothing out; nor is there anything to lay over where no proof over statements passes.
  if (passed.length === 0 || json) return { refusal: null, proofs: facts, view: document, unsignedPaths: [] };
  const read = await graph();
  if (!read.ok) return { refusal: null, proofs: facts, view: document, unsignedPaths: [] };
  const { view, unsignedPaths, obstacle: hidden } = await signedViewOf(document, read.graph, contexts);
  if (hidden === null) return { refusal: null, proofs: facts, view, unsignedPaths };
  return {
    refusal: null,
    proofs: facts.map((each) => ({ ...each, integrity: hidden })),
    view: document,
    unsignedPaths,
  };
}

async function verifyProof(
  document: JsonObject,
  proof: JsonObject,
  question: SignerQuestion,
  contexts: ContextTable,
  obstacle: Finding | null,
  graph: () => Promise<GraphReading>,
): Promise<ProofFacts> {
  const method = idOf(proof['verificationMethod']);
  const created = textOf(proof['created']);
  const [signingKey] = findSigningKeys(
    { ...question, method: method ?? 'urn:none', signedAt: created },
    question.packs,
  );
  const suite = findSuite(proof);
  return {
    suite: suiteNameOf(proof),
    verificationMethod: method,
    integrity: await integrityOf(document, proof, suite, signingKey, question, contexts, obstacle, graph),
    binding: signingKey.binding,
    created,
    expires: textOf(proof['expires']),
    challenge: textOf(proof['challenge']),
  };
}

async function integrityOf(
  document: JsonObject,
  proof: JsonObject,
  suite: ProofSuite | null,
  signingKey: SigningKey,
  question: SignerQuestion,
  contexts: ContextTable,
  obstacle: Finding | null,
  graph: () => Promise<GraphReading>,
): Promise<Finding> {
  if (suite === null) return { code: 'suite-not-supported', evidence: { suite: suiteNameOf(proof) } };
  if (proof['previousProof'] !== undefined) {
    return { code: 'suite-not-supported', evidence: { suite: `${suite.name} with previousProof` } };
  }
  if (idOf(proof['verificationMethod']) === null)
    return { code: 'proof-malformed', evidence: { detail: 'it names no key' } };
  const purpose = proof['proofPurpose'];
  if (purpose !== question.relationship) {
    return { code: 'proof-purpose-wrong', evidence: { purpose: typeof purpose === 'string' ? purpose : 'not stated' } };
  }
  const { key, unavailable } = signingKey;
  if (key === null) return unavailable;
  if (!suite.keyKinds.includes(key.kind)) {
    return { code: 'key-kind-mismatch', evidence: { suite: suite.name, kind: key.kind } };
  }
  if (suite.signs === 'json') return suite.verify({ document, proof, key, contexts, canonical: '' });
  if (obstacle !== null) return obstacle;
  const read = await graph();
  if (!read.ok) return read.finding;
  return suite.verify({ document, proof, key, contexts, canonical: read.graph.canonical });
}
