import { describe, expect, it } from 'vitest';
import { missingTrustData } from '../../../../main/core/verification/trust-data/missing-trust-data.ts';
import { referencesOf } from '../../../../main/core/verification/trust-data/trust-references.ts';
import type { JsonObject } from '../../../../shared/model/json.ts';

const noJwt = (): null => null;

const BADGE: JsonObject = {
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://vocab.example/v1', { inline: 'https://x.example' }],
  id: 'https://lakeside.example/credentials/48151623',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  name: 'Weaving',
  issuer: { id: 'did:web:lakeside.example', name: 'Lakeside College' },
  credentialSchema: [{ id: 'https://lakeside.example/schemas/weaving.json', type: '1EdTechJsonSchemaValidator2019' }],
  credentialStatus: [
    { type: 'BitstringStatusListEntry', statusListCredential: 'https://lakeside.example/status/1' },
    { type: 'RevocationList2020Status', revocationListCredential: 'https://lakeside.example/status/2' },
    { type: '1EdTechRevocationList', id: 'https://lakeside.example/status/3' },
  ],
  credentialSubject: {
    id: 'did:example:subject-4711',
    name: 'Mira Talvela',
    achievement: { endorsement: [{ issuer: 'https://guild.example/profile' }], endorsementJwt: ['a.b.c'] },
  },
};

const found = (changes: JsonObject = {}): readonly string[] =>
  referencesOf({ ...BADGE, ...changes }, noJwt).map(({ kind, id }) => `${kind} ${id}`);

describe('what a credential refers to', () => {
  it('is its issuer and endorsers, lists of every mechanism, contexts and schemas', () => {
    expect(found().toSorted()).toEqual([
      'context https://vocab.example/v1',
      'context https://www.w3.org/ns/credentials/v2',
      'did-document did:web:lakeside.example',
      'issuer https://guild.example/profile',
      'schema https://lakeside.example/schemas/weaving.json',
      'status-list https://lakeside.example/status/1',
      'status-list https://lakeside.example/status/2',
      'status-list https://lakeside.example/status/3',
    ]);
  });

  it('counts an endorsement that is a JWT', () => {
    const jwt = () => ({ issuer: 'did:web:endorser.example' });
    expect(referencesOf(BADGE, jwt)).toContainEqual({ kind: 'did-document', id: 'did:web:endorser.example' });
  });

  it('counts a token status list and the issuer of an SD-JWT, and the issuer of an Open Badge 2.0', () => {
    const token = {
      iss: 'https://lakeside.example',
      status: { status_list: { idx: 7, uri: 'https://lists.example/1' } },
    };
    expect(referencesOf(token, noJwt)).toEqual([
      { kind: 'issuer', id: 'https://lakeside.example' },
      { kind: 'status-list', id: 'https://lists.example/1' },
    ]);
    expect(referencesOf({ badge: { issuer: { id: 'https://guild.example' } } }, noJwt)).toEqual([
      { kind: 'issuer', id: 'https://guild.example' },
    ]);
  });

  it('is never a key that is an id, a made-up id, or something that is no address', () => {
    for (const issuer of [
      'did:key:z6Mk',
      'urn:uuid:7',
      'javascript:alert(1)',
      'https://x.example/a b',
      'file:///etc',
    ]) {
      expect(found({ issuer }).filter((each) => /^(issuer|did)/.test(each))).toEqual([
        'issuer https://guild.example/profile',
      ]);
    }
  });

  it.each([
    'https://lists.example/?holder=mira@home.example',
    'https://lists.example/?holder=mira%40home.example',
    'https://lists.example/did:example:subject-4711',
    'https://lists.example/did%3Aexample%3Asubject-4711',
    'https://lists.example/of/subject-4711',
    'https://lists.example/credentials/48151623/status',
    'https://lists.example/TALVELA/1',
    'https://someone@lists.example/1',
  ])('leaves out an address that carries personal data: %s', (statusListCredential) => {
    const list = { credentialStatus: { type: 'BitstringStatusListEntry', statusListCredential } };
    expect(found(list).filter((each) => each.startsWith('status-list'))).toEqual([]);
  });

  it('leaves out an issuer who is the subject, and keeps a host that shares a word with the name', () => {
    const own = { issuer: 'https://mira.example/me', credentialSubject: { id: 'https://mira.example/me' } };
    expect(found(own).filter((each) => each.startsWith('issuer'))).toEqual([]);
    const namesake = { issuer: 'https://lake.example/issuer', credentialSubject: { name: 'Ada Lake' } };
    expect(found(namesake)).toContain('issuer https://lake.example/issuer');
  });

  it('keeps a list beside the credential, and a schema that has the award’s name', () => {
    expect(found()).toContain('status-list https://lakeside.example/status/1');
    expect(found()).toContain('schema https://lakeside.example/schemas/weaving.json');
  });
});

describe('the list of what is missing', () => {
  it('counts credentials, leaves out what is held, and is sorted by kind and id', () => {
    const references = [BADGE, BADGE, { ...BADGE, issuer: 'did:web:other.example' }].map((each) =>
      referencesOf(each, noJwt),
    );
    const missing = missingTrustData(references, ({ kind, id }) => kind === 'status-list' || id.includes('w3.org'));
    expect(missing).toEqual([
      { kind: 'did-document', id: 'did:web:lakeside.example', credentials: 2 },
      { kind: 'did-document', id: 'did:web:other.example', credentials: 1 },
      { kind: 'issuer', id: 'https://guild.example/profile', credentials: 3 },
      { kind: 'context', id: 'https://vocab.example/v1', credentials: 3 },
      { kind: 'schema', id: 'https://lakeside.example/schemas/weaving.json', credentials: 3 },
    ]);
  });

  it('has no word of the subject and no id of a credential in it', () => {
    const text = JSON.stringify(missingTrustData([referencesOf(BADGE, noJwt)], () => false));
    for (const word of ['Mira', 'Talvela', 'subject-4711', '48151623']) expect(text).not.toContain(word);
  });
});
