import { describe, expect, it } from 'vitest';
import { issuerStanding } from '../../../main/core/verification/checks/issuer.ts';
import type { IssuerStanding } from '../../../main/core/verification/facts.ts';
import type { TrustContext } from '../../../main/core/ports.ts';
import type { Json } from '../../../shared/model/json.ts';
import { DEFAULT_POLICY } from '../../../shared/model/trust.ts';
import { CREDENTIAL, factsWith, ISSUER, PACK, PROOF, SUBJECT } from './example-facts.ts';

const TRUST: TrustContext = {
  packs: [PACK],
  pins: [],
  publishers: [],
  policy: DEFAULT_POLICY,
  at: '2026-11-22T00:00:00Z',
};
const pinOf = (issuerId: string): TrustContext['pins'][number] => ({
  issuerId,
  reason: 'known by phone',
  pinnedBy: 'Ada',
  pinnedAt: '2026-01-01T00:00:00Z',
});
const standing = (issuer: Json, trust: Partial<TrustContext> = {}, proofs = [PROOF]): IssuerStanding =>
  issuerStanding(factsWith({ json: { ...CREDENTIAL, issuer }, trust: { ...TRUST, ...trust }, proofs }));
const broken = { ...PROOF, integrity: { code: 'signature-invalid' as const, evidence: { suite: 'eddsa-rdfc-2022' } } };
const foreign = {
  ...PROOF,
  binding: { code: 'key-of-somebody-else' as const, evidence: { method: 'x', issuer: ISSUER } },
};

describe('the level of an issuer', () => {
  it('is recognised by a pack and a proven key, whatever name it gives itself', () => {
    for (const name of ['Lakeside College', 'Anything', 'MIT']) {
      expect(standing({ id: ISSUER, name }).recognition).toBe('recognised');
    }
  });

  it('is pinned by the employer, under its exact id', () => {
    const pins = [pinOf('did:web:guild.example')];
    expect(standing({ id: 'did:web:guild.example', name: 'Guild' }, { pins }).recognition).toBe('pinned');
    expect(standing({ id: 'did:web:guild.example:other', name: 'Guild' }, { pins }).recognition).toBe('unknown');
    expect(standing({ id: 'did:web:guild.example/', name: 'Guild' }, { pins }).recognition).toBe('unknown');
  });

  it('is self-asserted where issuer and person are one, and unknown otherwise', () => {
    expect(standing({ id: SUBJECT, name: 'Me' })).toMatchObject({ recognition: 'self-asserted' });
    expect(standing({ id: 'did:web:guild.example', name: 'Guild' })).toMatchObject({
      recognition: 'unknown',
      finding: { code: 'issuer-unknown' },
    });
  });

  it('is nothing without a proven key: neither a pack nor a pin nor a pin and a pack make up for it', () => {
    for (const proof of [broken, foreign]) {
      for (const pins of [[], [pinOf(ISSUER)]]) {
        expect(standing({ id: ISSUER, name: 'Lakeside College' }, { pins }, [proof])).toMatchObject({
          recognition: 'unknown',
          finding: { code: 'issuer-not-proven' },
        });
      }
    }
  });

  it('counts a pack that was signed by several where one of them is pinned', () => {
    const policy = { ...DEFAULT_POLICY, recognisedPacks: 'pinned-publisher' as const };
    const [ministry, register] = ['a'.repeat(64), 'b'.repeat(64)];
    const packs = [{ ...PACK, publishers: [ministry, register] }];
    const publishers = [
      { fingerprint: register, name: 'Register', reason: 'known', pinnedBy: 'Ada', pinnedAt: '2026-01-01T00:00:00Z' },
    ];
    expect(standing({ id: ISSUER }, { packs, policy, publishers }).recognition).toBe('recognised');
    expect(standing({ id: ISSUER }, { packs, policy }).recognition).toBe('unknown');
  });
});

describe('an issuer that could be taken for another', () => {
  const imitates = (issuer: Json, trust: Partial<TrustContext> = {}): unknown => {
    const { recognition, finding } = standing(issuer, trust);
    return finding.code === 'issuer-name-imitates' && recognition === 'unknown' && finding.evidence?.['recognised'];
  };

  it.each([
    ['by its name', 'Lakeside College'],
    ['by a name in another script', 'Lаkeside Cоllege'],
    ['by a name in a language', { en: 'Lakeside College' }],
    ['by a name with its language', { '@value': 'Lakeside College', '@language': 'en' }],
    ['by one of its names', ['Guild', 'LAKESIDE COLLEGE']],
  ])('is warned of: %s', (_, name) => {
    expect(imitates({ id: 'did:key:z6MkStranger', name })).toBe('Lakeside College');
  });

  it.each([
    'did:web:lakes1de.example',
    'did:web:lake-side.example',
    'did:web:lakeside.example.login.test',
    'https://lаkeside.example/issuer',
    'https://LAKESlDE.example/issuer',
    `https://${new URL('https://lаkeside.example').hostname}/`,
  ])('is warned of by the domain of its id: %s', (id) => {
    expect(imitates({ id, name: 'Something else' })).toBe('lakeside.example');
  });

  it.each([
    ['a name of its own', { id: 'did:key:z6MkStranger', name: 'Riverside College' }],
    ['no name', { id: 'did:key:z6MkStranger' }],
    ['a path of a known domain', { id: 'https://lakeside.example/other', name: 'Another' }],
    ['a subdomain of a known one', { id: 'did:web:badges.lakeside.example', name: 'Another' }],
    ['another domain', { id: 'did:web:riverside.example', name: 'Another' }],
  ])('is not with %s', (_, issuer) => {
    expect(imitates(issuer)).toBe(false);
  });

  it('is not where the employer pinned it', () => {
    const id = 'did:web:lakes1de.example';
    expect(standing({ id, name: 'Lakeside College' }, { pins: [pinOf(id)] }).recognition).toBe('pinned');
  });
});
