import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeChecks } from '../../../main/core/verification/checks/registry.ts';
import { issuerStanding } from '../../../main/core/verification/checks/issuer.ts';
import type { CredentialFacts, ProofFacts } from '../../../main/core/verification/facts.ts';
import type { Finding } from '../../../main/core/verification/finding.ts';
import { looksLike } from '../../../main/core/verification/look-alike-names.ts';
import { verdictForMatch, verdictOf } from '../../../main/core/verification/verdict.ts';
import type { CheckAxis } from '../../../shared/model/check.ts';
import { credentialWith, factsWith, ISSUER, PACK, PROOF, SUBJECT } from './example-facts.ts';

const code = (axis: CheckAxis, changes: Partial<CredentialFacts>): string => makeChecks(factsWith(changes))[axis].code;
const proofWith = (changes: Partial<ProofFacts>): ProofFacts => ({ ...PROOF, ...changes });
const broken: Finding = { code: 'signature-invalid', evidence: { suite: 'x' } };
const unknownSuite: Finding = { code: 'suite-not-supported', evidence: { suite: 'ecdsa-sd-2023' } };
const foreign: Finding = { code: 'key-of-somebody-else' };

describe('a credential in which nothing is wrong', () => {
  it('is verified', () => {
    expect(verdictOf(makeChecks(factsWith()))).toBe('verified');
  });
});

describe('integrity', () => {
  it('fails with one broken proof beside any number of good ones', () => {
    expect(code('integrity', { proofs: [PROOF, proofWith({ integrity: broken })] })).toBe('signature-invalid');
  });

  it('names a proof of an unknown suite beside a good one', () => {
    const checks = makeChecks(
      factsWith({ proofs: [PROOF, proofWith({ suite: 'ecdsa-sd-2023', integrity: unknownSuite })] }),
    );
    expect(checks.integrity.code).toBe('signature-valid-others-not-checked');
    expect(checks.integrity.message).toContain('ecdsa-sd-2023');
  });

  it('is not checked where only unknown suites are there, and never fails for that', () => {
    expect(code('integrity', { proofs: [proofWith({ integrity: unknownSuite })] })).toBe('suite-not-supported');
  });

  it('is not checked without a proof', () => {
    expect(code('integrity', { proofs: [] })).toBe('no-proof');
    expect(code('integrity', { proofs: [], standard: 'open-badges-2.0' })).toBe('hosted-badge');
  });

  it('says where only a part is signed', () => {
    expect(code('integrity', { unsignedPaths: ['/note'] })).toBe('signature-valid-in-part');
  });

  it('of a member without a proof is that of the record that carries it', () => {
    const envelope = { issuerId: ISSUER, unsignedPaths: [], proofs: [PROOF] };
    expect(code('integrity', { proofs: [], envelope })).toBe('covered-by-envelope');
    expect(code('key-binding', { proofs: [], envelope })).toBe('key-of-envelope');
    const tampered = { ...envelope, proofs: [proofWith({ integrity: broken })] };
    expect(code('integrity', { proofs: [], envelope: tampered })).toBe('signature-invalid');
    const others = { ...envelope, issuerId: 'did:web:other.example' };
    expect(code('key-binding', { proofs: [], envelope: others })).toBe('envelope-of-another-issuer');
  });
});

describe('key binding', () => {
  it('fails where only somebody else signed', () => {
    expect(code('key-binding', { proofs: [proofWith({ binding: foreign })] })).toBe('key-of-somebody-else');
  });

  it('passes where the issuer signed and others signed beside', () => {
    expect(code('key-binding', { proofs: [proofWith({ binding: foreign }), PROOF] })).toBe('key-of-issuer');
  });

  it('does not count a key of the issuer under a signature that does not hold', () => {
    const proofs = [proofWith({ integrity: unknownSuite }), proofWith({ binding: foreign })];
    expect(code('key-binding', { proofs })).toBe('key-of-somebody-else');
  });
});

describe('issuer', () => {
  const trustOf = (changes: object): CredentialFacts['trust'] => ({ ...factsWith().trust, ...changes });

  it('is recognised by the id of a pack with a proven key, not by its name', () => {
    expect(issuerStanding(factsWith())).toMatchObject({
      recognition: 'recognised',
      finding: { code: 'issuer-recognised' },
    });
    const other = credentialWith({ issuer: { id: 'did:web:other.example', name: 'Lakeside College' } });
    expect(code('issuer', { json: other })).toBe('issuer-name-imitates');
  });

  it('is not recognised on a signature that does not hold, whoever it names', () => {
    expect(code('issuer', { proofs: [proofWith({ integrity: broken })] })).toBe('issuer-not-proven');
    expect(code('issuer', { proofs: [proofWith({ binding: foreign })] })).toBe('issuer-not-proven');
  });

  it('is pinned by the employer’s own decision', () => {
    const pins = [
      { issuerId: ISSUER, reason: 'Called them', pinnedBy: 'R. Recruiter', pinnedAt: '2026-01-01T00:00:00Z' },
    ];
    expect(issuerStanding(factsWith({ trust: trustOf({ packs: [], pins }) })).recognition).toBe('pinned');
  });

  it('is stale where the pack has run out', () => {
    const packs = [{ ...PACK, expiresAt: '2026-11-21T00:00:00Z' }];
    expect(code('issuer', { trust: trustOf({ packs }) })).toBe('issuer-pack-expired');
    expect(code('issuer', { trust: trustOf({ packs: [...packs, PACK] }) })).toBe('issuer-recognised');
  });

  it('is self-asserted where issuer and person are one', () => {
    const json = credentialWith({ issuer: SUBJECT });
    expect(issuerStanding(factsWith({ json })).recognition).toBe('self-asserted');
  });

  it('is unknown otherwise', () => {
    expect(code('issuer', { trust: trustOf({ packs: [] }) })).toBe('issuer-unknown');
  });
});

describe('names that look alike', () => {
  it.each([
    ['Lаkeside College', 'Cyrillic а'],
    ['LAKESIDE COLLEGE', 'case'],
    ['Lakeside\u200b College', 'zero-width space'],
    ['\u202eLakeside College', 'direction control'],
    ['Lakes1de Col1ege', 'digits for letters'],
    ['Ｌａｋｅｓｉｄｅ College', 'full width'],
    ['Lakésidé College', 'accents'],
    ['Lakeside  College.', 'spaces and punctuation'],
  ])('%s (%s)', (name) => {
    expect(looksLike(name, 'Lakeside College')).toBe(true);
  });

  it.each(['Lakeside University', 'Riverside College', '', '…'])('%s is another name', (name) => {
    expect(looksLike(name, 'Lakeside College')).toBe(false);
  });
});

describe('validity', () => {
  const json = (changes: Record<string, string>): Partial<CredentialFacts> => ({ json: credentialWith(changes) });

  it.each([
    [{ validUntil: '2026-11-21T23:59:59Z' }, 'expired'],
    [{ expirationDate: '2026-11-21T23:59:59Z' }, 'expired'],
    [{ validUntil: '2026-11-22T00:00:00Z' }, 'expired'],
    [{ validUntil: '2026-11-22T00:00:01Z' }, 'valid-until'],
    [{ validUntil: '2026-11-22T01:00:00+02:00' }, 'expired'],
    [{ validFrom: '2026-11-22T00:00:01Z' }, 'not-yet-valid'],
    [{ issuanceDate: '2027-01-01T00:00:00Z' }, 'not-yet-valid'],
    [{ validUntil: 'next year' }, 'date-unreadable'],
    [{ validUntil: '2027-13-45T00:00:00Z' }, 'date-unreadable'],
  ])('%j is %s', (changes, expected) => {
    expect(code('validity', json(changes))).toBe(expected);
  });

  it('passes nothing where the time of judging can’t be read', () => {
    const trust = { ...factsWith().trust, at: 'today' };
    expect(code('validity', { trust, ...json({ validUntil: '2020-01-01T00:00:00Z' }) })).toBe('date-unreadable');
  });

  it('does not take an expiry that is no text for no expiry', () => {
    expect(code('validity', { json: credentialWith({ validUntil: ['2020-01-01T00:00:00Z'] }) })).toBe(
      'date-unreadable',
    );
  });

  it('counts the claims of a JWT', () => {
    const claims = { notBefore: null, expires: '2026-01-01T00:00:00.000Z', issued: null };
    expect(code('validity', { claims })).toBe('expired');
    expect(code('validity', { claims: { ...claims, expires: null, notBefore: '2027-01-01T00:00:00.000Z' } })).toBe(
      'not-yet-valid',
    );
  });

  it('counts the dates of the proof, with five minutes for clocks that differ', () => {
    expect(code('validity', { proofs: [proofWith({ expires: '2026-01-01T00:00:00Z' })] })).toBe('proof-expired');
    expect(code('validity', { proofs: [proofWith({ created: '2026-11-22T00:06:00Z' })] })).toBe(
      'proof-from-the-future',
    );
    expect(code('validity', { proofs: [proofWith({ created: '2026-11-22T00:04:00Z' })] })).toBe('valid-without-end');
  });

  it('is a check of its own: a credential that expired still has a good signature', () => {
    expect(code('integrity', json({ validUntil: '2020-01-01T00:00:00Z' }))).toBe('signature-valid');
  });
});

describe('status', () => {
  it('does not apply where the issuer foresaw none', () => {
    expect(code('status', {})).toBe('status-none');
  });

  it('is that of the gravest entry, in any order', () => {
    const findings: Finding[] = [
      { code: 'status-clear' },
      { code: 'revoked' },
      { code: 'status-list-missing' },
      { code: 'status-list-stale' },
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(findings, { minLength: 4 }), (status) => {
        expect(code('status', { status })).toBe('revoked');
      }),
    );
  });
});

describe('holder', () => {
  const presented = (holder: string, changes: Partial<ProofFacts> = {}): Partial<CredentialFacts> => ({
    presentation: { holder, proofs: [proofWith({ binding: { code: 'key-is-issuer' }, ...changes })] },
  });
  const email = (matches: boolean | null): CredentialFacts['identifiers'] => [
    { identityType: 'emailAddress', matches, comparable: true },
  ];

  it('is proved by a presentation that the subject signed', () => {
    expect(code('holder', presented(SUBJECT))).toBe('holder-proved-earlier');
  });

  it('fails where somebody else presents it, or the presentation does not hold', () => {
    expect(code('holder', presented('did:key:z6MkThief'))).toBe('holder-presented-by-other');
    expect(code('holder', presented(SUBJECT, { integrity: broken }))).toBe('holder-presentation-broken');
    expect(code('holder', presented(SUBJECT, { binding: foreign }))).toBe('holder-presentation-broken');
  });

  it('does not fail where the subject is an id that can’t sign, such as an address', () => {
    const json = credentialWith({ credentialSubject: { id: 'mailto:robin@people.example' } });
    expect(code('holder', { json, ...presented('did:key:z6MkOther'), identifiers: email(true) })).toBe(
      'holder-email-matches',
    );
    expect(code('holder', { json, ...presented('did:key:z6MkOther'), identifiers: email(null) })).toBe(
      'holder-email-not-known',
    );
  });

  it('says of a presentation that its freshness was not checked', () => {
    expect(makeChecks(factsWith(presented(SUBJECT))).holder.message).toMatch(/now and for you was not checked/);
  });

  it('rests on what the credential shows itself before what is known already', () => {
    const holder = { emails: [], subjectIds: [SUBJECT] };
    expect(code('holder', { holder, identifiers: email(true) })).toBe('holder-email-matches');
    expect(code('holder', { holder, identifiers: email(false) })).toBe('holder-id-matches');
  });

  it('is never known by a name, or by what nothing is known of', () => {
    const json = credentialWith({ credentialSubject: { name: 'Robin Example' } });
    const identifiers = ['name', 'ext:telephone'].map((identityType) => ({
      identityType,
      matches: null,
      comparable: false,
    }));
    expect(makeChecks(factsWith({ json, identifiers })).holder).toMatchObject({
      state: 'not-checked',
      code: 'holder-identifier-not-comparable',
      message: expect.stringContaining('name, ext:telephone'),
    });
    expect(code('holder', { json })).toBe('holder-not-stated');
  });

  it('is judged by the e-mail address where one is known', () => {
    expect(code('holder', { identifiers: email(true) })).toBe('holder-email-matches');
    expect(code('holder', { identifiers: email(false) })).toBe('holder-email-differs');
    expect(code('holder', { identifiers: [...email(false), ...email(true)] })).toBe('holder-email-matches');
  });

  it('fails with a reservation where a record says that it is somebody else’s, unless it is known to be theirs', () => {
    for (const [by, found] of [
      ['identifier', 'holder-differs-from-record'],
      ['email', 'holder-email-differs-from-record'],
    ] as const) {
      expect(code('holder', { differsFromRecord: by })).toBe(found);
      expect(verdictOf(makeChecks(factsWith({ differsFromRecord: by })))).toBe('verified-with-reservations');
      expect(code('holder', { differsFromRecord: by, identifiers: email(true) })).toBe('holder-email-matches');
      const holder = { emails: [], subjectIds: [SUBJECT] };
      expect(code('holder', { differsFromRecord: by, holder })).toBe('holder-id-matches');
      expect(code('holder', { differsFromRecord: by, ...presented(SUBJECT) })).toBe('holder-proved-earlier');
    }
    expect(code('holder', { differsFromRecord: null })).toBe('holder-not-proved');
  });

  it('weighs nothing in the match where only an address differs', () => {
    const inMatch = (by: 'identifier' | 'email') => {
      const checks = makeChecks(factsWith({ differsFromRecord: by }));
      return verdictForMatch({ checks, verdict: verdictOf(checks) });
    };
    expect(inMatch('email')).toBe('verified');
    expect(inMatch('identifier')).toBe('verified-with-reservations');
  });

  it('is not checked where a file was merely sent, which does not hide what is proven', () => {
    const facts = factsWith();
    expect(makeChecks(facts).holder).toMatchObject({ state: 'not-checked', code: 'holder-not-proved' });
    expect(verdictOf(makeChecks(facts))).toBe('verified');
  });

  it('is known by the subject id of the candidate', () => {
    expect(code('holder', { holder: { emails: [], subjectIds: [SUBJECT] } })).toBe('holder-id-matches');
  });
});

describe('schema', () => {
  it('names what is missing and does not touch the other checks', () => {
    const json = credentialWith({ credentialSubject: { id: SUBJECT, type: ['AchievementSubject'] } });
    const checks = makeChecks(factsWith({ json }));
    expect(checks.schema).toMatchObject({ state: 'fail', code: 'schema-required-missing' });
    expect(checks.schema.message).toContain('credentialSubject.achievement');
    expect(checks.integrity.state).toBe('pass');
    expect(verdictOf(checks)).toBe('verified-with-reservations');
  });
});

describe('endorsements', () => {
  it.each([
    [[], 'endorsements-none'],
    [['endorsement-holds', 'endorsement-holds'], 'endorsements-valid'],
    [['endorsement-holds', 'endorser-unknown'], 'endorsements-valid'],
    [['endorser-unknown'], 'endorsers-unknown'],
    [['endorsement-own', 'endorser-unknown'], 'endorsers-unknown'],
    [['endorsement-status-open'], 'endorsements-not-checked'],
    [['endorsement-holds', 'endorsement-not-verified'], 'endorsements-not-checked'],
    [['endorsement-holds', 'endorsement-over-limit'], 'endorsements-not-checked'],
    [['endorsement-holds', 'endorsement-broken', 'endorsement-not-verified'], 'endorsements-some-failed'],
  ] as const)('%j are %s', (codes, expected) => {
    const nobody = {
      endorser: null,
      name: null,
      recognition: 'unknown',
      of: null,
      claim: null,
      pointer: null,
    } as const;
    const endorsements = codes.map((each) => ({ ...nobody, finding: { code: each } }));
    expect(code('endorsements', { endorsements })).toBe(expected);
  });
});
