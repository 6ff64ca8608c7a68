import type { FoundCredential } from '../../core/credentials/found-credential.ts';
import { issuerStanding } from '../../core/verification/checks/issuer.ts';
import { makeChecks } from '../../core/verification/checks/registry.ts';
import {
  proofNotLookedAt,
  proofSummary,
  type CredentialFacts,
  type EndorsementFacts,
} from '../../core/verification/facts.ts';
import { idOf, isList, isObject, objectsOf } from '../../core/verification/json-fields.ts';
import { reasonsAgainst, verdictOf } from '../../core/verification/verdict.ts';
import type { VerificationReport } from '../../../shared/model/check.ts';
import type { Json } from '../../../shared/model/json.ts';
import { unrunSchemas } from './schemas/registry.ts';
import { holdsUntil } from './holds-until.ts';
import type { VerificationSetting, VerifiedCredential } from './verify-credential.ts';

/**
 * The report of a credential whose verification took more time or memory than it may: its signature is not checked,
 * because too complex, and nothing that costs anything is looked at. Its words count as claimed.
 */
export function giveUpOn(found: FoundCredential, setting: VerificationSetting): VerifiedCredential {
  const { json } = found;
  const { trust, holder, envelope } = setting;
  const proofs = [NOT_LOOKED_AT];
  const facts: CredentialFacts = {
    standard: found.standard,
    container: found.container,
    json,
    refusal: null,
    proofs,
    unsignedPaths: [],
    envelope,
    claims: { notBefore: null, expires: null, issued: null },
    status: objectsOf(json['credentialStatus']).map(() => ({ code: 'status-not-looked-at' })),
    presentation:
      found.presentation === null ? null : { holder: found.presentation.holder, proofs: [{ ...NOT_LOOKED_AT }] },
    identifiers: [],
    endorsements: namesEndorsement(json) ? [UNSEEN_ENDORSEMENT] : [],
    schemas: unrunSchemas(json),
    trust,
    holder,
  };
  const checks = makeChecks(facts);
  const report: VerificationReport = {
    verdict: verdictOf(checks),
    checks,
    against: reasonsAgainst(checks),
    recognition: issuerStanding(facts).recognition,
    at: trust.at,
    holdsUntil: holdsUntil([json], trust),
    trustSnapshot: setting.trustSnapshot,
    proofs: proofs.map((proof) => proofSummary(proof, 'not-checked')),
    unsignedPaths: [],
  };
  return {
    report,
    content: 'claimed',
    view: json,
    envelope: { issuerId: idOf(json['issuer']), proofs, unsignedPaths: [] },
  };
}

const NOT_LOOKED_AT = proofNotLookedAt({ code: 'too-complex' });

const UNSEEN_ENDORSEMENT: EndorsementFacts = {
  endorser: null,
  name: null,
  recognition: 'unknown',
  of: null,
  claim: null,
  pointer: null,
  finding: { code: 'endorsement-not-verified', evidence: { detail: 'The file is too complex' } },
};

/** The depth of what is read is bounded by the parser. */
function namesEndorsement(value: Json): boolean {
  if (isList(value)) return value.some(namesEndorsement);
  if (!isObject(value)) return false;
  return Object.entries(value).some(
    ([name, inner]) => name === 'endorsement' || name === 'endorsementJwt' || namesEndorsement(inner),
  );
}
