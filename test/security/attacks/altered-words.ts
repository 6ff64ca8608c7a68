import type { JsonObject } from '../../../shared/model/json.ts';
import { attack, FORGED, on, refused, type Attack } from './attack.ts';
import { ACHIEVEMENT, FORGER, objectAt, retold, THIEF_KEY, valueAt, without, withValue } from './genuine.ts';

type Change = (credential: JsonObject) => JsonObject;

const BROKEN = on('integrity', 'signature-invalid', 'not-canonical', 'terms-disguised');

/** One change of what was signed, under the unchanged signature, in every container. */
export const ALTERED_WORDS: readonly Attack[] = [
  altered(
    'achievement-renamed',
    'A better achievement is read under the real signature.',
    put([...ACHIEVEMENT, 'name'], FORGED),
  ),
  altered(
    'achievement-described',
    'The description promises more than the course.',
    put([...ACHIEVEMENT, 'description'], FORGED),
  ),
  altered(
    'criteria-raised',
    'The criteria claim what was never asked.',
    put([...ACHIEVEMENT, 'criteria', 'narrative'], FORGED),
  ),
  altered(
    'achievement-id-moved',
    'The achievement becomes another one of the same issuer.',
    put([...ACHIEVEMENT, 'id'], 'https://harbourlight.example/achievements/head-nurse'),
  ),
  altered(
    'achievement-type-raised',
    'A micro-credential becomes a degree.',
    put([...ACHIEVEMENT, 'achievementType'], 'MasterDegree'),
  ),
  altered(
    'result-raised',
    'A pass becomes the highest level.',
    put(
      ['credentialSubject', 'result', 0, 'achievedLevel'],
      'https://harbourlight.example/achievements/wound-care/result/leading',
    ),
  ),
  altered('result-added', 'A second, better result stands beside the real one.', (json) =>
    withValue(json, ['credentialSubject', 'result', 1], { type: ['Result'], value: FORGED }),
  ),
  altered('result-removed', 'A poor result is left out.', (json) =>
    withValue(json, ['credentialSubject'], without(objectAt(json, ['credentialSubject']), 'result')),
  ),
  altered(
    'credits-raised',
    'Five credits become a hundred and eighty.',
    put(['credentialSubject', 'creditsEarned'], 180),
  ),
  altered(
    'subject-swapped',
    'Somebody else’s credential becomes the thief’s.',
    put(['credentialSubject', 'id'], THIEF_KEY.did),
  ),
  altered('issuer-renamed', 'The signed issuer is shown under a grander name.', put(['issuer', 'name'], FORGED)),
  altered('issuer-flattened', 'The issuer becomes a bare id, so that no name can be compared.', (json) => ({
    ...json,
    issuer: valueAt(json, ['issuer', 'id']),
  })),
  altered('validity-extended', 'An end is put off for ten years.', (json) => ({
    ...json,
    validUntil: '2036-01-01T00:00:00Z',
  })),
  altered('start-moved', 'The award looks older than it is.', (json) => ({
    ...json,
    validFrom: '2004-03-15T09:00:00Z',
  })),
  altered('status-removed', 'Nobody can look up whether it was revoked.', (json) => without(json, 'credentialStatus')),
  altered(
    'status-moved',
    'The credential points to a clear place of the list.',
    put(['credentialStatus', 'statusListIndex'], '7'),
  ),
  altered(
    'evidence-swapped',
    'The evidence shows somebody else’s better work.',
    put(['evidence', 0, 'narrative'], FORGED),
  ),
  altered('evidence-added', 'More evidence than the issuer saw.', (json) =>
    withValue(json, ['evidence', 1], { id: 'https://forger.example/evidence', type: ['Evidence'], narrative: FORGED }),
  ),
  altered(
    'alignment-renamed',
    'The achievement is aligned to a skill that was never taught.',
    put([...ACHIEVEMENT, 'alignment', 0, 'targetName'], FORGED),
  ),
  altered(
    'alignment-level-raised',
    'The level of the framework is raised.',
    put([...ACHIEVEMENT, 'alignment', 1, 'targetUrl'], 'https://frameworks.example/eqf/8'),
  ),
  altered('alignment-added', 'One more skill is claimed.', (json) =>
    withValue(json, [...ACHIEVEMENT, 'alignment', 2], {
      type: ['Alignment'],
      targetName: FORGED,
      targetUrl: 'https://frameworks.example/space',
    }),
  ),
  altered(
    'narrative-rewritten',
    'The story of the award is told anew.',
    put(['credentialSubject', 'narrative'], FORGED),
  ),
  altered('name-changed', 'The credential’s own title is changed.', put(['name'], FORGED)),
  altered('second-achievement', 'A reader shows the first of two achievements.', (json) =>
    withValue(json, [...ACHIEVEMENT], [{ ...objectAt(json, ACHIEVEMENT), name: FORGED }, objectAt(json, ACHIEVEMENT)]),
  ),
  altered('second-subject', 'A second subject brings an achievement of its own.', (json) =>
    withValue(
      json,
      ['credentialSubject'],
      [
        objectAt(json, ['credentialSubject']),
        {
          id: THIEF_KEY.did,
          type: ['AchievementSubject'],
          achievement: { ...objectAt(json, ACHIEVEMENT), name: FORGED },
        },
      ],
    ),
  ),
  altered(
    'language-map',
    'The shown language says something else.',
    put([...ACHIEVEMENT, 'name'], { '@value': FORGED, '@language': 'la' }),
  ),
  altered(
    'html-in-text',
    'The words run as a page.',
    put([...ACHIEVEMENT, 'name'], `<img src=x onerror=alert(1)>${FORGED}`),
  ),
  altered(
    'javascript-in-link',
    'A click on the evidence runs a script.',
    put(['evidence', 0, 'id'], 'javascript:alert(1)'),
  ),
  altered(
    'formula-in-name',
    'The exported table runs a formula.',
    put(['name'], `=HYPERLINK("https://forger.example","${FORGED}")`),
  ),
  altered(
    'zero-width-in-name',
    'The name looks the same and is another text.',
    put([...ACHIEVEMENT, 'name'], 'Wound\u200b Assessment and Dressing in the Home'),
  ),
  altered(
    'bidi-in-name',
    'The name is shown in another order.',
    put([...ACHIEVEMENT, 'name'], `\u202e${FORGED}\u202c`),
  ),
  altered(
    'look-alike-letter',
    'One letter becomes a Cyrillic one.',
    put([...ACHIEVEMENT, 'name'], 'Wound \u0410ssessment and Dressing in the Home'),
  ),
  altered('unicode-form', 'Composed letters become decomposed ones.', (json) =>
    withValue(
      json,
      ['credentialSubject', 'narrative'],
      String(valueAt(json, ['credentialSubject', 'narrative'])).normalize('NFD'),
    ),
  ),
  altered(
    'letter-case',
    'Only the case of the letters is changed.',
    put([...ACHIEVEMENT, 'name'], 'WOUND ASSESSMENT AND DRESSING IN THE HOME'),
  ),
  altered(
    'white-space',
    'A blank is added at the end of a signed text.',
    put([...ACHIEVEMENT, 'name'], 'Wound Assessment and Dressing in the Home '),
  ),
  altered(
    'line-end',
    'A line break is added at the end of a signed text.',
    put([...ACHIEVEMENT, 'name'], 'Wound Assessment and Dressing in the Home\n'),
  ),
  altered('award-date', 'The award is dated back.', put(['awardedDate'], '2004-03-15T09:00:00Z')),
  altered(
    'credential-id',
    'The credential takes the id of another one.',
    put(['id'], 'urn:uuid:00000000-0000-4000-8000-000000000000'),
  ),
  altered(
    'long-name',
    'A text of a megabyte slows the reader down.',
    put([...ACHIEVEMENT, 'name'], FORGED.repeat(60_000)),
    [BROKEN, refused('file-too-large', 'json-too-large')],
  ),
];

/** Values of another type than the standard’s, under the unchanged signature. */
export const CONFUSED_TYPES: readonly Attack[] = [
  altered(
    'type-raised',
    'A kind is added that the issuer never gave.',
    (json) => ({ ...json, type: ['VerifiableCredential', 'OpenBadgeCredential', 'LicenseCredential'] }),
    [on('integrity', 'signature-invalid', 'signature-valid-in-part', 'terms-disguised', 'not-canonical')],
    'An unknown type makes no statement: what was signed is untouched, and the added word is named as unsigned.',
  ),
  altered(
    'type-swapped',
    'The badge is read by the rules of another standard.',
    (json) => ({ ...json, type: ['VerifiableCredential', 'EndorsementCredential'] }),
    [BROKEN],
  ),
  altered('type-missing', 'Without a type no rules apply.', (json) => without(json, 'type'), [
    BROKEN,
    refused('not-a-credential'),
  ]),
  altered('at-type', 'The type stands in its other name.', (json) => ({
    ...without(json, 'type'),
    '@type': json['type'] ?? [],
  })),
  altered(
    'name-as-list',
    'A list of names: which one is shown?',
    put([...ACHIEVEMENT, 'name'], [FORGED, 'Wound Assessment and Dressing in the Home']),
  ),
  altered(
    'name-as-object',
    'A name with an id of its own.',
    put([...ACHIEVEMENT, 'name'], { id: 'urn:forged', name: FORGED }),
  ),
  altered('name-as-number', 'A number where a text belongs.', put([...ACHIEVEMENT, 'name'], 42)),
  altered('name-as-truth', 'A truth value where a text belongs.', put([...ACHIEVEMENT, 'name'], true)),
  altered(
    'achievement-as-text',
    'The achievement is only a reference.',
    put([...ACHIEVEMENT], 'https://forger.example/achievement'),
  ),
  altered('subject-as-text', 'The subject is only an id.', (json) => ({ ...json, credentialSubject: THIEF_KEY.did })),
  altered(
    'issuer-as-list',
    'Two issuers: the known one is shown, the other signs.',
    (json) => ({ ...json, issuer: [json['issuer'] ?? '', FORGER.did] }),
    [BROKEN, on('key-binding', 'issuer-id-missing', 'key-of-somebody-else')],
  ),
  altered('issuer-as-number', 'The issuer is a number.', (json) => ({ ...json, issuer: 7 }), [
    BROKEN,
    on('key-binding', 'issuer-id-missing'),
  ]),
  altered('issuer-nothing', 'Nobody issued it.', (json) => ({ ...json, issuer: null }), [
    BROKEN,
    on('key-binding', 'issuer-id-missing'),
  ]),
  altered(
    'issuer-id-object',
    'The issuer’s id is an object.',
    put(['issuer', 'id'], { id: 'did:web:harbourlight.example' }),
    [BROKEN, on('key-binding', 'issuer-id-missing')],
  ),
  altered('dates-as-numbers', 'An end in numbers is never reached.', (json) => ({
    ...json,
    validFrom: 0,
    validUntil: 9_999_999_999,
  })),
  altered(
    'number-edge',
    'A number at the edge of what can be told apart.',
    put(['credentialSubject', 'creditsEarned'], 9_007_199_254_740_991),
  ),
  altered('number-minus-zero', 'Minus nothing.', put(['credentialSubject', 'creditsEarned'], -1e-300)),
  altered(
    'proof-in-subject',
    'The proof is moved to where it covers something else.',
    (json) =>
      json['proof'] === undefined
        ? withValue(json, ['credentialSubject', 'proof'], {})
        : {
            ...without(json, 'proof'),
            credentialSubject: { ...objectAt(json, ['credentialSubject']), proof: json['proof'] },
          },
    [BROKEN, on('integrity', 'no-proof'), on('key-binding', 'envelope-of-another-issuer')],
  ),
];

/** A change that is made to the JSON with its proof, and to the payload of the token. */
function altered(
  name: string,
  hope: string,
  change: Change,
  lands: Attack['lands'] = [BROKEN],
  reservation?: string,
): Attack {
  return attack(
    name,
    hope,
    {
      object: ({ badge }) => change(badge),
      token: ({ token, payload }) => retold(token, { payload: change(payload) }),
    },
    lands,
    reservation === undefined ? {} : { reservation },
  );
}

function put(path: readonly (string | number)[], value: unknown): Change {
  return (json) => withValue(json, path, value);
}
