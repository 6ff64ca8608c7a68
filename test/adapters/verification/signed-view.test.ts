import { beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../shared/model/json.ts';
import { CREDENTIALS_V1, OPEN_BADGES_3_UNPROTECTED } from '../../fixtures/signing/contexts.ts';
import { signCredential } from '../../fixtures/signing/data-integrity.ts';
import { badge, changed, CREATED, ISSUER_KEY, signedBadge, signerOf, verified } from './example-credentials.ts';

let genuine: JsonObject = {};
beforeAll(async () => {
  genuine = await signedBadge();
});

const ACHIEVEMENT = ['credentialSubject', 'achievement'];

/** A term whose values are text, as Open Badges defines its own. */
const text = (iri: string): JsonObject => ({ '@id': iri, '@type': 'xsd:string' });

describe('what is shown and matched', () => {
  it('is the whole credential where all of it is signed', async () => {
    const credential = await verified(genuine);
    expect(credential.content).toBe('signed');
    expect(credential.report.unsignedPaths).toEqual([]);
    expect(credential.achievement?.name?.text).toBe('Weaving');
  });

  it.each([
    [
      'a property that no vocabulary knows',
      [...ACHIEVEMENT, 'secretSkill'],
      'Brain surgery',
      '/credentialSubject/achievement/secretSkill',
    ],
    ['an object that no vocabulary knows', ['extra'], { text: 'Brain surgery' }, '/extra'],
    ['a name with a slash', ['a/b'], 'x', '/a~1b'],
  ])('leaves out %s, which no signature covers', async (_, path, value, pointer) => {
    const credential = await verified(changed(genuine, path, value));
    expect(credential.report.checks.integrity.code).toBe('signature-valid-in-part');
    expect(credential.report.unsignedPaths).toEqual([pointer]);
    expect(credential.report.verdict).toBe('verified-with-reservations');
    expect(credential.achievement?.name?.text).toBe('Weaving');
    expect(JSON.stringify({ ...credential, report: null })).not.toContain('Brain surgery');
  });

  it('leaves out an object with an id that is no absolute IRI, and keeps the paths of its signed neighbours', async () => {
    const signer = signerOf(ISSUER_KEY);
    const alignment = (name: string): JsonObject => ({
      type: ['Alignment'],
      targetName: name,
      targetUrl: `https://frameworks.example/${name}`,
    });
    const unsigned = changed(
      badge(signer.did),
      [...ACHIEVEMENT, 'alignment'],
      [alignment('baskets'), alignment('willow')],
    );
    const signed = await signCredential(unsigned, signer, 'eddsa-rdfc-2022', CREATED);
    const intruder = { ...alignment('surgery'), id: 'no-iri' };
    const mixed = changed(signed, [...ACHIEVEMENT, 'alignment'], [alignment('baskets'), intruder, alignment('willow')]);
    const credential = await verified(mixed);
    expect(credential.report.unsignedPaths).toEqual(['/credentialSubject/achievement/alignment/1']);
    expect(credential.achievement?.alignments.map(({ targetName, pointer }) => [targetName, pointer])).toEqual([
      ['baskets', '/credentialSubject/achievement/alignment/0'],
      ['willow', '/credentialSubject/achievement/alignment/2'],
    ]);
  });

  it('is not disturbed by null and by empty lists, which carry no text', async () => {
    const credential = await verified(changed(changed(genuine, ['image'], null), ['evidence'], []));
    expect(credential.report).toMatchObject({ unsignedPaths: [], checks: { integrity: { code: 'signature-valid' } } });
  });
});

describe('a file that shows one thing and signs another', () => {
  it('can’t hide an expiry behind its full IRI', async () => {
    const { validUntil, ...expired } = await signedBadge({ validUntil: '2026-02-01T00:00:00Z' });
    const hidden = { ...expired, 'https://www.w3.org/2018/credentials#validUntil': validUntil ?? '' };
    const credential = await verified(hidden);
    expect(credential.report.checks.integrity.code).toBe('terms-disguised');
    expect(credential.report.verdict).toBe('cannot-verify-offline');
  });

  it.each([
    ['@type', ['type']],
    ['@id', ['id']],
  ])('can’t rename a property to %s', async (keyword, [name = '']) => {
    const subject = genuine['credentialSubject'] as JsonObject;
    const { [name]: value, ...rest } = subject;
    const credential = await verified({ ...genuine, credentialSubject: { ...rest, [keyword]: value ?? '' } });
    expect(credential.report.verdict).toBe('cannot-verify-offline');
  });

  it('can’t swap name and description by a context of its own', async () => {
    const signer = signerOf(ISSUER_KEY);
    const { validFrom: _, ...older } = badge(signer.did, {
      '@context': [CREDENTIALS_V1, OPEN_BADGES_3_UNPROTECTED],
      issuanceDate: '2026-01-05T00:00:00Z',
    });
    const signed = await signCredential(older, signer, 'Ed25519Signature2020', CREATED);
    const achievement = (signed['credentialSubject'] as JsonObject)['achievement'] as JsonObject;
    const swapped = {
      ...achievement,
      '@context': { name: text('https://schema.org/description'), description: text('https://schema.org/name') },
      name: achievement['description'] ?? '',
      description: achievement['name'] ?? '',
    };
    const credential = await verified(changed(signed, ACHIEVEMENT, swapped));
    expect(credential.report.checks.format.code).toBe('format-nested-context');
    expect(credential.report.verdict).toBe('not-valid');
    expect(credential.achievement).toBeNull();
  });

  it.each(['@index', '@nest', '@included', '@graph', '@reverse', '@anything'])(
    'can’t carry text under %s',
    async (keyword) => {
      const credential = await verified(changed(genuine, [...ACHIEVEMENT, keyword], 'Brain surgery'));
      expect(credential.report.checks.format.code).toBe('format-forbidden-keyword');
      expect(credential.content).toBe('withheld');
    },
  );

  it('can’t bring a vocabulary of its own, nor one that is not carried', async () => {
    const contexts = genuine['@context'] as readonly string[];
    const inline = await verified({ ...genuine, '@context': [...contexts, { x: 'https://x.example/' }] });
    expect(inline.report.checks.integrity.code).toBe('context-inline');
    const unknown = await verified({ ...genuine, '@context': [...contexts, 'https://x.example/context'] });
    expect(unknown.report.checks.integrity).toMatchObject({
      code: 'context-unknown',
      evidence: { url: 'https://x.example/context' },
    });
  });

  it('is too complex, not tampered, where its nodes can’t be told apart within the limits', async () => {
    const names = Array.from({ length: 6 }, (_, index) => `_:n${index}`);
    const profile = (name: string, depth: number): JsonObject => ({
      id: name,
      type: ['Profile'],
      ...(depth === 0
        ? {}
        : { parentOrg: names.filter((other) => other !== name).map((other) => profile(other, depth - 1)) }),
    });
    const poisoned = changed(genuine, [...ACHIEVEMENT, 'creator'], profile('_:n0', 2));
    const credential = await verified(poisoned);
    expect(credential.report.checks.integrity).toMatchObject({ state: 'not-checked', code: 'too-complex' });
    expect(credential.report.verdict).toBe('cannot-verify-offline');
  });
});
