import type { Instant } from '../../../../shared/model/ids.ts';
import type { CredentialFacts } from '../facts.ts';
import type { Finding } from '../finding.ts';
import { millisecondsOf } from '../instants.ts';
import { VERIFICATION_LIMITS } from '../verification-limits.ts';

/** Properties of VCDM 1.1 and 2.0 and of Open Badges 2.0 alike: a file that names the other version's property must not escape its date. */
const STARTS = ['validFrom', 'issuanceDate', 'issuedOn'] as const;
const ENDS = ['validUntil', 'expirationDate', 'expires'] as const;

/** Do the dates hold at the time of judging: the credential's own, its JWT claims and those of its proofs. */
export function checkValidity(facts: CredentialFacts): Finding {
  const now = millisecondsOf(facts.trust.at);
  if (now === null) return { code: 'date-unreadable', evidence: { field: 'the time as of which it is judged' } };
  const starts = [...fields(facts, STARTS), ...claim('nbf', facts.claims.notBefore)];
  const ends = [...fields(facts, ENDS), ...claim('exp', facts.claims.expires)];

  const grace = facts.trust.policy.expiryGraceDays * 86_400_000;
  const over = ends.filter(isReadable).filter((date) => date.milliseconds <= now);
  const past = over.find((date) => date.milliseconds + grace <= now);
  if (past !== undefined) return { code: 'expired', pointer: past.pointer, evidence: { date: past.text } };
  const future = starts.filter(isReadable).find((date) => date.milliseconds > now);
  if (future !== undefined) return { code: 'not-yet-valid', pointer: future.pointer, evidence: { date: future.text } };
  const proof = proofDates(facts, now);
  if (proof !== null) return proof;
  const unreadable = [...starts, ...ends].find((date) => date.milliseconds === null);
  if (unreadable !== undefined) {
    return { code: 'date-unreadable', pointer: unreadable.pointer, evidence: { field: unreadable.pointer.slice(1) } };
  }
  if (ends.length === 0 && facts.keptBack === true) return { code: 'dates-kept-back' };
  const late = over[0];
  if (late !== undefined) {
    const evidence = { date: late.text, days: facts.trust.policy.expiryGraceDays };
    return { code: 'expired-within-grace', pointer: late.pointer, evidence };
  }
  const end = ends.filter(isReadable).sort((a, b) => a.milliseconds - b.milliseconds)[0];
  return end === undefined ? { code: 'valid-without-end' } : { code: 'valid-until', evidence: { date: end.text } };
}

interface DateField {
  readonly pointer: string;
  readonly text: string;
  readonly milliseconds: number | null;
}

function isReadable(date: DateField): date is DateField & { readonly milliseconds: number } {
  return date.milliseconds !== null;
}

function fields(facts: CredentialFacts, names: readonly string[]): readonly DateField[] {
  return names.flatMap((name) => {
    const value = facts.json[name];
    if (value === undefined || value === null) return [];
    const text = typeof value === 'string' ? value : '';
    return [{ pointer: `/${name}`, text, milliseconds: millisecondsOf(text) }];
  });
}

function claim(name: string, instant: Instant | null): readonly DateField[] {
  return instant === null ? [] : [{ pointer: `/${name}`, text: instant, milliseconds: millisecondsOf(instant) }];
}

function proofDates(facts: CredentialFacts, now: number): Finding | null {
  const latest = now + VERIFICATION_LIMITS.clockSkewSeconds * 1000;
  const proofs = facts.proofs.length > 0 ? facts.proofs : (facts.envelope?.proofs ?? []);
  const signed = [...proofs.map((proof) => proof.created), facts.claims.issued];
  for (const created of signed) {
    if (created === null) continue;
    const milliseconds = millisecondsOf(created);
    if (milliseconds === null) return { code: 'date-unreadable', evidence: { field: 'date of the signature' } };
    if (milliseconds > latest) return { code: 'proof-from-the-future', evidence: { date: created } };
  }
  for (const { expires } of proofs) {
    if (expires === null) continue;
    const milliseconds = millisecondsOf(expires);
    if (milliseconds === null) return { code: 'date-unreadable', evidence: { field: 'end of the signature' } };
    if (milliseconds <= now) return { code: 'proof-expired', evidence: { date: expires } };
  }
  return null;
}
