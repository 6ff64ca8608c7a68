import type {
  FoundCredential,
  FoundPresentation,
  SdJwtSecuring,
  Securing,
} from '../../core/credentials/found-credential.ts';
import type { HolderHints, TrustContext } from '../../core/ports.ts';
import { endorsementSummary } from '../../core/verification/checks/endorsements.ts';
import { issuerStanding } from '../../core/verification/checks/issuer.ts';
import { schemaSummaries } from '../../core/verification/checks/schema.ts';
import { makeChecks } from '../../core/verification/checks/registry.ts';
import {
  proofNotLookedAt,
  proofSummary,
  type CredentialFacts,
  type EnvelopeFacts,
  type PresentationFacts,
  type SubjectDifference,
} from '../../core/verification/facts.ts';
import { stateOf } from '../../core/verification/finding.ts';
import { idOf } from '../../core/verification/json-fields.ts';
import { reasonsAgainst, verdictOf } from '../../core/verification/verdict.ts';
import { VERIFICATION_LIMITS } from '../../core/verification/verification-limits.ts';
import type { ProofSummary, VerificationReport } from '../../../shared/model/check.ts';
import type { Credential } from '../../../shared/model/credential.ts';
import type { Json, JsonObject } from '../../../shared/model/json.ts';
import { verifyEndorsements } from './endorsements.ts';
import { holdsUntil } from './holds-until.ts';
import { differenceFromRecord } from './record-subject.ts';
import { valuesOfSecuring } from './references.ts';
import { readAssertion } from './open-badges-2.ts';
import { runSchemas } from './schemas/registry.ts';
import { checkKeyBindingJwt } from './sd-jwt.ts';
import { verifySecuring, type SecuringFacts } from './secured.ts';
import { evaluateStatus } from './status-methods/registry.ts';
import { compareIdentifiers } from './subject-identifiers.ts';

/** A credential after verification: the report, and what may be read of it. */
export interface VerifiedCredential {
  readonly report: VerificationReport;
  readonly content: Credential['content'];
  /** What may be read, with the paths of the decoded credential. */
  readonly view: JsonObject;
  /** What it contributes to members that carry no proof of their own. */
  readonly envelope: EnvelopeFacts;
}

/** By presentation: its members all share one, and it is the same for each of them. */
export type VerifiedPresentations = WeakMap<FoundPresentation, Promise<PresentationFacts>>;

/** What stands around a credential and decides with it. */
export interface VerificationSetting {
  readonly holder: HolderHints;
  readonly trust: TrustContext;
  readonly trustSnapshot: string;
  /** The CLR around it; null where it stands alone. */
  readonly envelope: EnvelopeFacts | null;
  /** What may be read of that CLR; null where it stands alone. */
  readonly record: JsonObject | null;
  /** What was found out about the presentations of the same file, so that each is verified once. */
  readonly presentations: VerifiedPresentations;
  /** Endorsements that came beside it in the same file; null where endorsements are not looked at. */
  readonly endorsementsBeside: readonly FoundCredential[] | null;
}

/** Verifies one credential by every check, offline. Other credentials in the same file are verified on their own. */
export async function verifyCredential(
  found: FoundCredential,
  setting: VerificationSetting,
): Promise<VerifiedCredential> {
  const { trust } = setting;
  const assertion =
    found.standard === 'open-badges-2.0' ? readAssertion(found.json, found.securing, trust.packs) : null;
  const issuerId = assertion === null ? idOf(found.json['issuer']) : assertion.issuerId;
  const question = {
    signer: issuerId,
    relationship: 'assertionMethod',
    packs: trust.packs,
    use: 'credential',
    ...(assertion === null ? {} : { stated: { key: assertion.key, signedAt: assertion.issuedOn } }),
  } as const;
  const secured = await verifySecuring(found.json, found.securing, question);
  const json = assertion?.json ?? secured.view;
  const facts: CredentialFacts = {
    standard: found.standard,
    container: found.container,
    json,
    refusal: secured.refusal,
    proofs: secured.proofs,
    unsignedPaths: secured.unsignedPaths,
    envelope: setting.envelope,
    claims: secured.claims,
    status: await evaluateStatus(json, claimsIn(found.securing), trust),
    presentation: found.presentation === null ? null : await presentationFacts(found.presentation, setting),
    ...(found.securing.kind === 'sd-jwt' ? await selectiveFacts(found.securing, trust) : {}),
    identifiers: compareIdentifiers(json, setting.holder),
    differsFromRecord: differsFromRecord(found, json, setting),
    endorsements: await verifyEndorsements(json, setting),
    schemas: await runSchemas(withProof(json, found.json), trust),
    trust,
    holder: setting.holder,
  };
  const checks = makeChecks(facts);
  const report: VerificationReport = {
    verdict: verdictOf(checks),
    checks,
    against: reasonsAgainst(checks),
    recognition: issuerStanding(facts).recognition,
    at: trust.at,
    holdsUntil: holdsUntil([...valuesOf(found, setting.envelope), ...besideOf(setting)], trust),
    trustSnapshot: setting.trustSnapshot,
    proofs: secured.proofs.map((proof) => proofSummary(proof, summaryState(stateOf(proof.integrity)))),
    unsignedPaths: secured.unsignedPaths,
    endorsements: facts.endorsements.slice(0, VERIFICATION_LIMITS.endorsements).map(endorsementSummary),
    schemas: schemaSummaries(facts),
  };
  return { report, content: contentOf(report), view: json, envelope: envelopeOf(issuerId, secured) };
}

/** An endorsement in a record speaks of what it endorses, and not of a person. */
function differsFromRecord(
  { standard }: FoundCredential,
  json: JsonObject,
  { record }: VerificationSetting,
): SubjectDifference | null {
  return record === null || standard === 'endorsement-3.0' ? null : differenceFromRecord(json, record);
}

/** All that dates can stand in which decide about the credential. */
function valuesOf(found: FoundCredential, envelope: EnvelopeFacts | null): readonly Json[] {
  const { presentation } = found;
  const around = envelope?.proofs.map(({ created, expires }): Json => [created, expires]) ?? [];
  const presented = presentation === null ? [] : [presentation.json, ...valuesOfSecuring(presentation.securing)];
  return [found.json, ...valuesOfSecuring(found.securing), ...presented, ...around];
}

function besideOf({ endorsementsBeside }: VerificationSetting): readonly Json[] {
  return (endorsementsBeside ?? []).flatMap(({ json, securing }) => [json, ...valuesOfSecuring(securing)]);
}

/** Forms in which a reader can see other words than those that were signed. */
const AMBIGUOUS_FORMS = ['terms-disguised', 'context-inline'];

/** Words whose signature failed, or whose form was refused, may be a forger's: nothing of them is shown. */
function contentOf({ checks }: VerificationReport): Credential['content'] {
  if (checks.format.state === 'fail' || checks.integrity.state === 'fail') return 'withheld';
  if (AMBIGUOUS_FORMS.includes(checks.integrity.code)) return 'withheld';
  return checks.integrity.state === 'pass' ? 'signed' : 'claimed';
}

/** What was signed, with the proofs beside it: a schema may ask for those too. */
function withProof(view: JsonObject, { proof }: JsonObject): JsonObject {
  return proof === undefined || view['proof'] !== undefined ? view : { ...view, proof };
}

/** The payload of the JWT that a credential is: mechanisms of tokens stand there and not in the credential. */
function claimsIn(securing: Securing): JsonObject | null {
  return 'payload' in securing ? securing.payload : null;
}

function envelopeOf(issuerId: string | null, secured: SecuringFacts): EnvelopeFacts {
  return { issuerId, proofs: secured.proofs, unsignedPaths: secured.unsignedPaths };
}

/** The claims of an SD-JWT VC that decide must stand open; those of a credential in VC-JOSE-COSE form can be kept back. */
async function selectiveFacts(
  token: SdJwtSecuring,
  trust: TrustContext,
): Promise<Pick<CredentialFacts, 'keyBinding' | 'keptBack'>> {
  const keyBinding = await checkKeyBindingJwt(token, trust.at);
  return { keyBinding, keptBack: token.keptBack > 0 && typeof token.payload['vct'] !== 'string' };
}

function presentationFacts(
  presentation: FoundPresentation,
  { presentations, trust }: VerificationSetting,
): Promise<PresentationFacts> {
  const known = presentations.get(presentation) ?? verifyPresentation(presentation, trust);
  presentations.set(presentation, known);
  return known;
}

async function verifyPresentation(presentation: FoundPresentation, trust: TrustContext): Promise<PresentationFacts> {
  const signer = presentation.holder ?? claimedHolder(presentation.securing);
  const question = { signer, relationship: 'authentication', packs: trust.packs, use: 'presentation' } as const;
  const secured = await verifySecuring(presentation.json, presentation.securing, question);
  // A presentation whose form was refused is not an unsigned one: it was signed, and can't be judged.
  const refused = secured.refusal === null ? [] : [proofNotLookedAt({ code: 'format-refused' })];
  return { holder: signer, proofs: [...secured.proofs, ...refused] };
}

/** A presentation need not name its holder: then whoever signed it is the holder. */
function claimedHolder(securing: Securing): string | null {
  return (securing.kind === 'jwt' || securing.kind === 'sd-jwt') && typeof securing.payload['iss'] === 'string'
    ? securing.payload['iss']
    : null;
}

function summaryState(state: ReturnType<typeof stateOf>): ProofSummary['state'] {
  return state === 'pass' || state === 'fail' ? state : 'not-checked';
}
