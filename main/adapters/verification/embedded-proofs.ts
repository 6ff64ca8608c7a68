import type { IssuerPack } from '../../core/ports.ts';
import type { ProofFacts } from '../../core/verification/facts.ts';
import { stateOf, type Finding } from '../../core/verification/finding.ts';
import { objectsOf, idOf, textOf } from '../../core/verification/json-fields.ts';
import { VERIFICATION_LIMITS } from '../../core/verification/verification-limits.ts';
import type { JsonObject } from '../../../shared/model/json.ts';
import type { Instant, JsonPointer } from '../../../shared/model/ids.ts';
import { CONTEXT_EDITIONS } from './contexts/context-editions.ts';
import { createContextTable, type ContextTable } from './contexts/context-table.ts';
import { inspectForm } from './json-ld-form.ts';
import { earlierProofsOf, withEarlierProofs } from './proof-chains.ts';
import { findSuite, suiteNameOf } from './proof-suites/registry.ts';
import { readSignedGraph, type GraphReading } from './signed-graph.ts';
import { signedViewOf } from './signed-view.ts';
import { findSigningKeys, type KeyQuestion, type SigningKey } from './signing-key.ts';
import type { TokenUse } from './token-header.ts';

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
  /** What a token has to be made for; its `typ` is not judged where this is absent. */
  readonly use?: TokenUse;
  /** What stands outside a token about its key and its date, and counts where the token itself says nothing. */
  readonly stated?: { readonly key: string | null; readonly signedAt: Instant | null };
}

/**
 * Checks every proof that stands in a document: those for the purpose that is asked for, each on its own, and those on
 * which they build.
 */
export async function verifyEmbeddedProofs(json: JsonObject, question: SignerQuestion): Promise<SecuredFacts> {
  const { proof: _, ...document } = json;
  const all = objectsOf(json['proof']);
  if (all.length > VERIFICATION_LIMITS.proofs) {
    const evidence = { count: all.length, what: 'signatures', limit: VERIFICATION_LIMITS.proofs };
    return { refusal: { code: 'format-limit-exceeded', evidence }, proofs: [], view: json, unsignedPaths: [] };
  }
  const asked = all.filter((proof) => proof['proofPurpose'] === question.relationship);
  const proofs = asked.length > 0 ? withEarlierProofs(asked, all) : all;
  const contexts = createContextTable(question.packs);
  const overStatements = proofs.some((proof) => findSuite(proof)?.signs === 'statements');
  const form = overStatements ? inspectForm(json, contexts) : null;
  if (form?.refusal) return { refusal: form.refusal, proofs: [], view: json, unsignedPaths: [] };

  const bench = (table: ContextTable, obstacle: Finding | null): ProofBench => {
    let reading: Promise<GraphReading> | null = null;
    return {
      document,
      all,
      asked,
      question,
      contexts: table,
      obstacle,
      graph: () => (reading ??= readSignedGraph(document, table)),
    };
  };
  const first = await verifyWith(bench(contexts, form?.obstacle ?? null), proofs);
  if (!first.proofs.some((facts) => facts.integrity.code === 'signature-invalid')) return first;
  // A signature that fails may have been made with another edition of a vocabulary.
  for (const edition of CONTEXT_EDITIONS.filter((each) => form?.contextUrls.includes(each.url))) {
    const table = createContextTable(question.packs, new Map([[edition.url, edition.document]]));
    const second = await verifyWith(bench(table, form?.obstacle ?? null), proofs);
    if (second.proofs.every((facts) => stateOf(facts.integrity) !== 'fail')) return namingEdition(second, edition.name);
  }
  return first;
}

/** All that the proofs of one document share. */
interface ProofBench {
  /** Without `proof`. */
  readonly document: JsonObject;
  /** Every proof of the document. */
  readonly all: readonly JsonObject[];
  /** Those that were made for the purpose that is asked for. */
  readonly asked: readonly JsonObject[];
  readonly question: SignerQuestion;
  readonly contexts: ContextTable;
  /** What keeps any proof over statements from being judged. */
  readonly obstacle: Finding | null;
  /** Made once, and only where a proof needs it. */
  readonly graph: () => Promise<GraphReading>;
}

function namingEdition(secured: SecuredFacts, variant: string): SecuredFacts {
  const named = (facts: ProofFacts): ProofFacts =>
    facts.integrity.code === 'signature-valid'
      ? { ...facts, integrity: { code: 'signature-valid-context-variant', evidence: { suite: facts.suite, variant } } }
      : facts;
  return { ...secured, proofs: secured.proofs.map(named) };
}

async function verifyWith(bench: ProofBench, proofs: readonly JsonObject[]): Promise<SecuredFacts> {
  const { document, contexts } = bench;
  const facts: ProofFacts[] = [];
  for (const proof of proofs) facts.push(await verifyProof(bench, proof));
  const passed = proofs.filter((_, index) => isPass(facts[index]));
  const whole = { refusal: null, proofs: facts, view: document, unsignedPaths: [] };
  // Whoever signs beside the issuer vouches for what the issuer did not sign, and that is not what is asked.
  const bound = passed.filter((proof) => isBound(facts[proofs.indexOf(proof)]));
  const covering = bound.length > 0 ? bound : passed;
  // Canonical JSON leaves nothing out; nor is there anything to lay over where no proof passes.
  if (covering.length === 0 || covering.some((proof) => findSuite(proof)?.signs === 'json')) return whole;
  const read = await bench.graph();
  if (!read.ok) return whole;
  const { view, unsignedPaths, obstacle } = await signedViewOf(document, read.graph, contexts);
  if (obstacle === null) return { ...whole, view, unsignedPaths };
  return { ...whole, proofs: facts.map((each) => ({ ...each, integrity: obstacle })), unsignedPaths };
}

function isPass(facts: ProofFacts | undefined): boolean {
  return facts !== undefined && stateOf(facts.integrity) === 'pass';
}

function isBound(facts: ProofFacts | undefined): boolean {
  return facts !== undefined && stateOf(facts.binding) === 'pass';
}

async function verifyProof(bench: ProofBench, proof: JsonObject): Promise<ProofFacts> {
  const { question } = bench;
  const method = idOf(proof['verificationMethod']);
  const created = textOf(proof['created']);
  const asked = { ...question, method: method ?? 'urn:none', signedAt: created };
  const [signingKey] = findSigningKeys(asked, question.packs);
  return {
    suite: suiteNameOf(proof),
    verificationMethod: method,
    integrity: await integrityOf(bench, proof, signingKey),
    // What was signed for another purpose says nothing about who asserts the credential.
    binding:
      bench.asked.includes(proof) || bench.asked.length === 0 ? signingKey.binding : { code: 'key-not-looked-at' },
    created,
    expires: textOf(proof['expires']),
    challenge: textOf(proof['challenge']),
  };
}

async function integrityOf(bench: ProofBench, proof: JsonObject, signingKey: SigningKey): Promise<Finding> {
  const suite = findSuite(proof);
  if (suite === null) return { code: 'suite-not-supported', evidence: { suite: suiteNameOf(proof) } };
  if (idOf(proof['verificationMethod']) === null)
    return { code: 'proof-malformed', evidence: { detail: 'it names no key' } };
  const purpose = proof['proofPurpose'];
  // Where others have the purpose, this one is looked at because they build on it, whatever it was made for.
  if (bench.asked.length === 0) {
    return { code: 'proof-purpose-wrong', evidence: { purpose: typeof purpose === 'string' ? purpose : 'not stated' } };
  }
  const { earlier, broken } = earlierProofsOf(proof, bench.all);
  if (broken !== null) return broken;
  const { key, unavailable } = signingKey;
  if (key === null) return unavailable;
  if (!suite.keyKinds.includes(key.kind)) {
    return { code: 'key-kind-mismatch', evidence: { suite: suite.name, kind: key.kind } };
  }
  const document = earlier.length === 0 ? bench.document : { ...bench.document, proof: earlier };
  const { contexts } = bench;
  if (suite.signs === 'json') return suite.verify({ document, proof, key, contexts, canonical: '' });
  if (bench.obstacle !== null) return bench.obstacle;
  const read = await graphWith(bench, document);
  if (!read.ok) return read.finding;
  return suite.verify({ document, proof, key, contexts, canonical: read.graph.canonical });
}

/** The statements of the document, and of the earlier proofs where a proof builds on some. */
async function graphWith(bench: ProofBench, document: JsonObject): Promise<GraphReading> {
  const alone = await bench.graph();
  if (document === bench.document || !alone.ok) return alone;
  const together = await readSignedGraph(document, bench.contexts);
  if (!together.ok || together.graph.complete) return together;
  // Part of the earlier proofs may have made no statement: then this one could not tell if they were exchanged.
  return { ok: false, finding: { code: 'not-canonical', evidence: { detail: 'an earlier signature is not covered' } } };
}
