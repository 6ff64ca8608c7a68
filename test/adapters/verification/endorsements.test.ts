import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { TrustContext } from '../../../main/core/ports.ts';
import { withoutLoneEndorsements } from '../../../main/core/credentials/lone-endorsements.ts';
import type { EndorsementSummary, VerificationReport } from '../../../shared/model/check.ts';
import type { JsonObject } from '../../../shared/model/json.ts';
import { signJson } from '../../fixtures/signing/data-integrity.ts';
import { openBadgePayload, signJwt } from '../../fixtures/signing/jwt.ts';
import { CREDENTIALS_V2, OPEN_BADGES_3 } from '../../fixtures/signing/contexts.ts';
import {
  AT,
  badge,
  changed,
  CREATED,
  HOLDER,
  ISSUER_KEY,
  pack,
  signerOf,
  STRANGER_KEY,
  trustIn,
  verified,
  verifyJson,
} from './example-credentials.ts';

const ISSUER = signerOf(ISSUER_KEY);
const ENDORSER = signerOf(STRANGER_KEY);
const CREDENTIAL_ID = 'urn:uuid:0d5f0a60-0000-4000-8000-000000000001';
const ACHIEVEMENT_ID = 'urn:uuid:0d5f0a60-0000-4000-8000-000000000002';
const GUILD = { ids: [ENDORSER.did], names: ['Guild of Weavers'], homepage: null, keys: [] };
const KNOWN: TrustContext = trustIn(pack({ entries: [GUILD] }));
const UNKNOWN: TrustContext = trustIn();

/** What an endorser signs: a comment about the thing of this id, with further words about it. */
function statement(id: string, words: JsonObject = {}, changes: JsonObject = {}): JsonObject {
  return {
    '@context': [CREDENTIALS_V2, OPEN_BADGES_3],
    id: 'urn:uuid:0d5f0a60-0000-4000-8000-000000000010',
    type: ['VerifiableCredential', 'EndorsementCredential'],
    issuer: { id: ENDORSER.did, type: ['Profile'], name: 'Guild of Weavers' },
    validFrom: CREATED,
    name: 'Endorsement',
    credentialSubject: { id, type: ['EndorsementSubject'], endorsementComment: 'Fine baskets.', ...words },
    ...changes,
  };
}

const endorsement = (id: string, words: JsonObject = {}, changes: JsonObject = {}, signer = ENDORSER): JsonObject =>
  signJson(statement(id, words, changes), signer, CREATED);

/** The report of a badge with these endorsements at the top, signed over its JSON so that any word can stand in it. */
async function reportOf(changes: JsonObject, trust = KNOWN): Promise<VerificationReport> {
  return (await verified(signJson(badge(ISSUER.did, changes), ISSUER, CREATED), trust)).report;
}

async function judged(one: JsonObject, trust = KNOWN): Promise<EndorsementSummary | undefined> {
  return (await reportOf({ endorsement: [one] }, trust)).endorsements?.[0];
}

describe('an endorsement', () => {
  it('by somebody on the trust list holds, and is shown with its words', async () => {
    const report = await reportOf({ endorsement: [endorsement(CREDENTIAL_ID)] });
    expect(report.checks.endorsements.code).toBe('endorsements-valid');
    expect(report.endorsements).toMatchObject([
      {
        endorser: ENDORSER.did,
        name: 'Guild of Weavers',
        recognition: 'recognised',
        of: 'credential',
        state: 'pass',
        code: 'endorsement-holds',
        claim: 'Fine baskets.',
        pointer: '/endorsement/0',
      },
    ]);
  });

  it('by somebody who is pinned holds too', async () => {
    const pins = [{ issuerId: ENDORSER.did, reason: 'x', pinnedBy: 'y', pinnedAt: AT }];
    expect(await judged(endorsement(CREDENTIAL_ID), { ...UNKNOWN, pins })).toMatchObject({
      recognition: 'pinned',
      code: 'endorsement-holds',
    });
  });

  it('by nobody known fails nothing and proves nothing', async () => {
    const report = await reportOf({ endorsement: [endorsement(CREDENTIAL_ID)] }, UNKNOWN);
    expect(report.checks.endorsements).toMatchObject({ state: 'not-checked', code: 'endorsers-unknown' });
    expect(report.endorsements?.[0]).toMatchObject({ state: 'not-checked', code: 'endorser-unknown' });
    expect(report.verdict).toBe((await reportOf({}, UNKNOWN)).verdict);
  });

  it('by the issuer or the holder adds nothing', async () => {
    const byIssuer = endorsement(CREDENTIAL_ID, {}, { issuer: { id: ISSUER.did, type: ['Profile'] } }, ISSUER);
    expect(await judged(byIssuer)).toMatchObject({ recognition: 'self-asserted', code: 'endorsement-own' });
    const [one, other] = [ISSUER.did, ENDORSER.did];
    const aliases = trustIn(pack({ entries: [{ ...GUILD, ids: [one, other] }] }));
    expect(await judged(endorsement(CREDENTIAL_ID), aliases)).toMatchObject({ code: 'endorsement-own' });
  });

  it('by an imitator is named', async () => {
    const genuine = { ...GUILD, ids: ['did:web:guild.example'] };
    const trust = trustIn(pack({ entries: [genuine] }));
    expect(await judged(endorsement(CREDENTIAL_ID), trust)).toMatchObject({
      state: 'fail',
      code: 'endorser-name-imitates',
    });
  });

  it('may be a JWT', async () => {
    const jwt = signJwt(openBadgePayload(statement(CREDENTIAL_ID)), ENDORSER);
    const [summary] = (await reportOf({ endorsementJwt: [jwt] })).endorsements ?? [];
    expect(summary).toMatchObject({ code: 'endorsement-holds', pointer: '/endorsementJwt/0', claim: 'Fine baskets.' });
  });

  it('that cannot be read is named, in whatever way it is broken', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const bomb = `e30.${Buffer.from(`{"a":${deep}}`).toString('base64url')}.AAAA`;
    const twice = `e30.${Buffer.from('{"a":1,"a":2}').toString('base64url')}.AAAA`;
    const { endorsements, checks } = await reportOf({
      endorsementJwt: ['rubbish', bomb, twice, 7],
      endorsement: ['x'],
    });
    expect(endorsements?.map(({ code }) => code)).toEqual(Array(5).fill('endorsement-not-verified'));
    expect(checks.endorsements.code).toBe('endorsements-not-checked');
  });
});

describe('an endorsement is about', () => {
  const inAchievement = (one: JsonObject): JsonObject =>
    changed(badge(ISSUER.did), ['credentialSubject', 'achievement', 'endorsement'], [one])[
      'credentialSubject'
    ] as JsonObject;

  it.each([
    ['credential', CREDENTIAL_ID],
    ['achievement', ACHIEVEMENT_ID],
    ['issuer', ISSUER.did],
    ['subject', HOLDER],
  ])('the %s at the top', async (of, id) => {
    expect(await judged(endorsement(id))).toMatchObject({ of, code: 'endorsement-holds' });
  });

  it('another profile that the credential names', async () => {
    const creator = { id: 'https://academy.example', type: ['Profile'] };
    const subject = changed(badge(ISSUER.did), ['credentialSubject', 'achievement', 'creator'], creator);
    const report = await reportOf({
      credentialSubject: subject['credentialSubject'] ?? null,
      endorsement: [endorsement('https://academy.example')],
    });
    expect(report.endorsements?.[0]).toMatchObject({ of: 'profile', code: 'endorsement-holds' });
  });

  it('only the thing in which it stands, further in', async () => {
    const right = await reportOf({ credentialSubject: inAchievement(endorsement(ACHIEVEMENT_ID)) });
    expect(right.endorsements?.[0]).toMatchObject({
      of: 'achievement',
      code: 'endorsement-holds',
      pointer: '/credentialSubject/achievement/endorsement/0',
    });
    const wrong = await reportOf({ credentialSubject: inAchievement(endorsement(CREDENTIAL_ID)) });
    expect(wrong.endorsements?.[0]).toMatchObject({ of: null, code: 'endorsement-of-something-else' });
  });

  it('nothing that is elsewhere', async () => {
    expect(await judged(endorsement('urn:uuid:elsewhere'))).toMatchObject({
      state: 'fail',
      code: 'endorsement-of-something-else',
    });
  });

  it.each<[string, JsonObject, string]>([
    ['the same name', { name: 'Weaving' }, 'endorsement-holds'],
    ['the same name with a language', { name: { '@value': 'Weaving', '@language': 'en' } }, 'endorsement-holds'],
    ['another name', { name: 'Weaving for masters' }, 'endorsement-content-differs'],
    ['other criteria', { criteria: { narrative: 'One basket.' } }, 'endorsement-content-differs'],
    ['part of the same criteria', { criteria: {} }, 'endorsement-holds'],
    ['something that the achievement leaves open', { tag: ['willow'] }, 'endorsement-holds'],
  ])('the words that it repeats: %s', async (_, words, code) => {
    expect(await judged(endorsement(ACHIEVEMENT_ID, words))).toMatchObject({ code });
  });

  it('the wording whose digest it gives', async () => {
    const { achievement } = badge(ISSUER.did)['credentialSubject'] as { readonly achievement: JsonObject };
    const digest = (text: string, form: 'base64' | 'base64url'): string =>
      createHash('sha384').update(text).digest(form);
    const given = (digestSRI: string) =>
      judged(endorsement(ACHIEVEMENT_ID, {}, { relatedResource: [{ id: ACHIEVEMENT_ID, digestSRI }] }));
    expect(await given(`sha384-${digest(canonicalize(achievement) ?? '', 'base64')}`)).toMatchObject({
      code: 'endorsement-holds',
    });
    expect(await given(`sha384-${digest('another wording', 'base64')}`)).toMatchObject({
      state: 'not-checked',
      code: 'endorsement-digest-differs',
    });
  });
});

describe('an endorsement that does not hold', () => {
  it.each<[string, JsonObject, string]>([
    [
      'changed',
      changed(endorsement(CREDENTIAL_ID), ['credentialSubject', 'endorsementComment'], 'The finest.'),
      'endorsement-broken',
    ],
    ['signed by another', endorsement(CREDENTIAL_ID, {}, {}, signerOf(ISSUER_KEY)), 'endorsement-broken'],
    ['over', endorsement(CREDENTIAL_ID, {}, { validUntil: '2026-06-01T00:00:00Z' }), 'endorsement-ended'],
    ['of tomorrow', endorsement(CREDENTIAL_ID, {}, { validFrom: '2027-01-01T00:00:00Z' }), 'endorsement-ended'],
  ])('because it is %s fails on its own axis, and the credential stays what it is', async (_, one, code) => {
    const report = await reportOf({ endorsement: [one] });
    expect(report.endorsements?.[0]).toMatchObject({ state: 'fail', code });
    expect(report.checks.endorsements.code).toBe('endorsements-some-failed');
    expect(report.checks.integrity.state).toBe('pass');
    expect(report.verdict).toBe('verified-with-reservations');
  });

  it('shows no words whose author is not proven', async () => {
    const forged = changed(endorsement(CREDENTIAL_ID), ['credentialSubject', 'endorsementComment'], 'The finest.');
    expect(await judged(forged)).toMatchObject({ name: null, claim: null });
  });

  it('is not checked without a proof', async () => {
    expect(await judged(statement(CREDENTIAL_ID))).toMatchObject({ code: 'endorsement-not-verified', claim: null });
  });

  it('that was taken back says so, and one whose list is missing says that', async () => {
    const url = 'https://guild.example/revoked';
    const status = { credentialStatus: { id: url, type: '1EdTechRevocationList' } };
    const one = endorsement(CREDENTIAL_ID, {}, status);
    const list = signJson(
      { id: url, issuer: ENDORSER.did, revokedCredential: [{ id: one['id'] ?? null, revoked: true }] },
      ENDORSER,
      CREATED,
    );
    const trust = trustIn(pack({ entries: [GUILD], statusLists: { [url]: list } }));
    expect(await judged(one, trust)).toMatchObject({ state: 'fail', code: 'endorsement-taken-back' });
    expect(await judged(one)).toMatchObject({ state: 'stale', code: 'endorsement-status-open' });
  });
});

describe('an endorsement beside a credential in one file', () => {
  const presented = async (one: JsonObject) => {
    const { credentials } = await verifyJson(
      {
        '@context': [CREDENTIALS_V2],
        type: ['VerifiablePresentation'],
        verifiableCredential: [signJson(badge(ISSUER.did), ISSUER, CREATED), one],
      },
      KNOWN,
    );
    return credentials;
  };

  it('counts for what it names there', async () => {
    const [credential, lone] = await presented(endorsement(ACHIEVEMENT_ID));
    expect(credential?.report.endorsements).toMatchObject([
      { of: 'achievement', code: 'endorsement-holds', pointer: null, claim: 'Fine baskets.' },
    ]);
    const file = { file: 'a.json', credentials: [credential, lone].filter((each) => each !== undefined), problems: [] };
    expect(withoutLoneEndorsements(file)).toEqual({ ...file, credentials: [credential] });
  });

  it('is nothing to a credential that it does not name, and is set aside by name', async () => {
    const credentials = await presented(endorsement('urn:uuid:elsewhere'));
    expect(credentials[0]?.report.endorsements).toEqual([]);
    expect(withoutLoneEndorsements({ file: 'a.json', credentials, problems: [] })).toMatchObject({
      credentials: [{ standard: 'open-badges-3.0' }],
      problems: [{ code: 'endorsement-alone' }],
    });
  });
});

describe('many endorsements', () => {
  it('are listed to their limit, and those beyond it are counted as not checked', async () => {
    const many = Array.from({ length: 23 }, () => endorsement(CREDENTIAL_ID));
    const report = await reportOf({ endorsement: many });
    expect(report.endorsements).toHaveLength(20);
    expect(report.checks.endorsements).toMatchObject({
      code: 'endorsements-not-checked',
      evidence: { open: 3, total: 23 },
    });
  });

  it('are not followed to the endorsements of endorsements', async () => {
    const inner = endorsement(
      CREDENTIAL_ID,
      {},
      { issuer: { id: ENDORSER.did, endorsement: [endorsement(ENDORSER.did)] } },
    );
    expect((await reportOf({ endorsement: [inner] })).endorsements).toHaveLength(1);
  });
});
