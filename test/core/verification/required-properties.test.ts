import { describe, expect, it } from 'vitest';
import type { Standard } from '../../../shared/model/credential.ts';
import type { Json, JsonObject } from '../../../shared/model/json.ts';
import { makeChecks } from '../../../main/core/verification/checks/registry.ts';
import { verdictOf } from '../../../main/core/verification/verdict.ts';
import { checkSchema } from '../../../main/core/verification/checks/schema.ts';
import { CREDENTIAL, credentialWith, factsWith } from './example-facts.ts';

const missingIn = (
  json: JsonObject,
  standard: 'open-badges-3.0' | 'clr-2.0' | 'endorsement-3.0' = 'open-badges-3.0',
) => {
  const { code, evidence } = checkSchema(factsWith({ json, standard }));
  return code === 'schema-required-missing' ? String(evidence?.['missing']).split(', ') : [];
};
const subject = CREDENTIAL['credentialSubject'] as JsonObject;
const achievement = subject['achievement'] as JsonObject;
const withSubject = (changes: JsonObject): JsonObject =>
  credentialWith({ credentialSubject: { ...subject, ...changes } });
const withAchievement = (changes: JsonObject): JsonObject =>
  withSubject({ achievement: { ...achievement, ...changes } });

describe('the vocabularies of a credential', () => {
  const [v2 = '', badges = ''] = CREDENTIAL['@context'] as string[];
  const v1 = 'https://www.w3.org/2018/credentials/v1';
  const found = (context: Json, standard: Standard = 'open-badges-3.0') =>
    checkSchema(
      factsWith({ json: credentialWith({ '@context': context, issuanceDate: '2025-01-01T00:00:00Z' }), standard }),
    );

  it('begin with that of verifiable credentials', () => {
    for (const context of [[v2, badges], [v1, badges], v1, v2, [v1, v2]]) {
      expect(found(context).code).toBe('schema-required-present');
    }
  });

  it.each<[Json, string]>([
    [[badges, v2], badges],
    [[badges, v1], badges],
    [badges, badges],
    [[`${v2}/`, v2], `${v2}/`],
    [[{ term: 'https://a.example/' }, v2], 'words of its own'],
  ])('fail where they begin with others: %j', (context, first) => {
    expect(found(context)).toMatchObject({ code: 'schema-context-not-first', evidence: { first } });
    expect(found(context, 'vcdm-2.0').code).toBe('schema-context-not-first');
  });

  it('are missing where none is named, and asked for only of standards that have them', () => {
    expect(found([]).code).toBe('schema-required-missing');
    expect(found([badges], 'open-badges-2.0').code).toBe('schema-not-checked');
    expect(found([badges], 'sd-jwt-vc').code).toBe('schema-not-checked');
  });

  it('make it verified with reservations at most', () => {
    const facts = factsWith({ json: credentialWith({ '@context': [badges, v2] }) });
    expect(verdictOf(makeChecks(facts))).toBe('verified-with-reservations');
  });
});

describe('the properties that Open Badges 3.0 requires', () => {
  it('are all there in a plain badge', () => {
    expect(missingIn(CREDENTIAL)).toEqual([]);
  });

  it.each<[string, JsonObject, string[]]>([
    ['the credential', credentialWith({ id: null, validFrom: null }), ['validFrom', 'id']],
    ['its issuer', credentialWith({ issuer: { type: ['Profile'] } }), ['issuer', 'issuer.id']],
    ['its issuer’s type', credentialWith({ issuer: { id: 'did:web:a.example' } }), ['issuer.type']],
    ['the subject', withSubject({ id: null, type: [] }), ['credentialSubject.type']],
    [
      'an achievement that is only an id',
      withSubject({ achievement: 'urn:uuid:2' }),
      ['credentialSubject.achievement'],
    ],
    [
      'the achievement',
      withAchievement({ name: '', criteria: 'Three.' }),
      ['achievement.name', 'achievement.criteria'],
    ],
    [
      'an alignment',
      withAchievement({ alignment: [{ type: ['Alignment'], targetName: 'Willow' }] }),
      ['alignment.targetUrl'],
    ],
    [
      'a description of results',
      withAchievement({ resultDescription: [{ id: 'urn:uuid:3', type: ['ResultDescription'] }] }),
      ['resultDescription.name', 'resultDescription.resultType'],
    ],
    [
      'a level of a rubric',
      withAchievement({
        resultDescription: {
          id: 'urn:uuid:3',
          type: 'ResultDescription',
          name: 'Skill',
          resultType: 'RubricCriterionLevel',
          rubricCriterionLevel: [{ type: ['RubricCriterionLevel'], name: 'Good' }],
        },
      }),
      ['rubricCriterionLevel.id'],
    ],
    ['a result', withSubject({ result: [{ value: '4' }] }), ['result.type']],
    [
      'a hashed identifier',
      withSubject({ identifier: [{ type: 'IdentityObject', identityHash: 'x', hashed: 'yes' }] }),
      ['identifier.identityType', 'identifier.hashed'],
    ],
    ['evidence', credentialWith({ evidence: [{ id: 'https://a.example' }] }), ['evidence.type']],
    [
      'a place',
      credentialWith({
        issuer: {
          id: 'did:web:a.example',
          type: 'Profile',
          address: { type: 'Address', geo: { type: 'GeoCoordinates' } },
        },
      }),
      ['geo.latitude', 'geo.longitude'],
    ],
  ])('are missed in %s', (_, json, missing) => {
    expect(missingIn(json)).toEqual(missing);
  });

  it('may be texts in several languages', () => {
    expect(missingIn(withAchievement({ name: { en: 'Weaving', de: 'Flechten' } }))).toEqual([]);
    expect(missingIn(withAchievement({ name: [{ '@value': 'Weaving', '@language': 'en' }] }))).toEqual([]);
  });

  it('are looked for no deeper than the standard nests', () => {
    let parentOrg: JsonObject = { id: 'urn:x', type: 'Profile' };
    for (let depth = 0; depth < 60; depth += 1) parentOrg = { id: 'urn:x', type: 'Profile', parentOrg };
    expect(missingIn(credentialWith({ issuer: parentOrg }))).toEqual([]);
  });
});

describe('the properties that the others require', () => {
  it('are the members and the ends of each association in a record', () => {
    const record = {
      ...CREDENTIAL,
      type: ['VerifiableCredential', 'ClrCredential'],
      credentialSubject: {
        id: 'did:x:y',
        type: ['ClrSubject'],
        verifiableCredential: [],
        association: [{ type: ['Association'], associationType: 'isChildOf', sourceId: 'urn:a' }],
      },
    };
    expect(missingIn(record, 'clr-2.0')).toEqual(['credentialSubject.verifiableCredential', 'association.targetId']);
  });

  it('are what an endorsement speaks of', () => {
    const endorsement = {
      ...CREDENTIAL,
      type: ['VerifiableCredential', 'EndorsementCredential'],
      credentialSubject: { type: ['EndorsementSubject'], endorsementComment: 'Fine.' },
    };
    expect(missingIn(endorsement, 'endorsement-3.0')).toEqual(['credentialSubject.id']);
  });
});
