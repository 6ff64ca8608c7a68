import type { Json, JsonObject } from '../../../shared/model/json.ts';
import { renamedByNestedContext } from '../../fixtures/content/wrong-forms.ts';
import { CREDENTIALS_V2, OPEN_BADGES_3 } from '../../fixtures/signing/contexts.ts';
import { attack, FORGED, on, refused, type Attack, type Landing } from './attack.ts';
import { ACHIEVEMENT, objectAt, withValue } from './genuine.ts';

const NESTED = on('format', 'format-nested-context');
const INLINE = on('integrity', 'context-inline');
const UNKNOWN = on('integrity', 'context-unknown');
const INVALID = on('integrity', 'signature-invalid', 'not-canonical', 'terms-disguised', 'signature-valid-in-part');
const KEYWORD = on('format', 'format-forbidden-keyword');
const DISGUISED = on('integrity', 'terms-disguised', 'signature-invalid');

/** Vocabularies that change what a signature appears to cover. */
export const CONTEXTS: readonly Attack[] = [
  attack(
    'nested-context-renames',
    'A context in the achievement moves the signed name away; the signature still holds (Open Badges 3.0.1).',
    { object: renamedByNestedContext },
    [NESTED],
  ),
  changed(
    'nested-context',
    'A context inside the achievement renames its words.',
    (json) => withValue(json, [...ACHIEVEMENT, '@context'], { name: null, title: 'https://schema.org/name' }),
    [NESTED],
  ),
  changed(
    'nested-context-in-list',
    'A context inside one alignment.',
    (json) => withValue(json, [...ACHIEVEMENT, 'alignment', 0, '@context'], [{ targetName: null }]),
    [NESTED],
  ),
  changed(
    'nested-context-null',
    'A nested null forgets all vocabularies.',
    (json) => withValue(json, [...ACHIEVEMENT, '@context'], null),
    [NESTED, INVALID],
  ),
  changed(
    'nested-context-url',
    'A known vocabulary of another edition inside.',
    (json) =>
      withValue(json, [...ACHIEVEMENT, '@context'], 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json'),
    [NESTED],
  ),
  changed(
    'nested-context-in-status',
    'A context inside the status entry.',
    (json) => withValue(json, ['credentialStatus', '@context'], { statusListIndex: null }),
    [NESTED],
  ),
  changed(
    'nested-context-as-credential',
    'An inner object calls itself a credential, to be allowed a context.',
    (json) =>
      withValue(json, [...ACHIEVEMENT], {
        ...objectAt(json, ACHIEVEMENT),
        type: ['Achievement', 'VerifiableCredential'],
        '@context': { name: null },
      }),
    [NESTED, INVALID],
  ),
  contexts(
    'inline-context',
    'Words of the file’s own at the top.',
    (known) => [...known, { title: 'https://schema.org/name' }],
    [INLINE],
    { title: FORGED },
  ),
  contexts(
    'inline-context-first',
    'Words of the file’s own before the published ones.',
    (known) => [{ name: 'urn:forged' }, ...known],
    [INLINE],
  ),
  contexts(
    'inline-vocab',
    'Every word becomes one of the forger’s vocabulary.',
    (known) => [...known, { '@vocab': 'https://forger.example/' }],
    [INLINE],
    { title: FORGED },
  ),
  contexts(
    'inline-base',
    'Relative ids become the forger’s.',
    (known) => [...known, { '@base': 'https://forger.example/' }],
    [INLINE],
  ),
  contexts(
    'inline-import',
    'A vocabulary is drawn in by another.',
    (known) => [...known, { '@version': 1.1, '@import': 'https://forger.example/context' }],
    [INLINE],
  ),
  contexts('inline-null', 'A null between vocabularies forgets those before it.', (known) => [...known, null], [
    INLINE,
    INVALID,
  ]),
  contexts(
    'unknown-context',
    'A vocabulary that nobody carries.',
    (known) => [...known, 'https://forger.example/context'],
    [UNKNOWN],
  ),
  contexts(
    'context-http',
    'The known vocabulary at the unprotected address.',
    () => [CREDENTIALS_V2.replace('https:', 'http:'), OPEN_BADGES_3],
    [UNKNOWN, INVALID],
  ),
  contexts('context-slash', 'The known address with a slash.', () => [`${CREDENTIALS_V2}/`, OPEN_BADGES_3], [
    UNKNOWN,
    INVALID,
  ]),
  contexts(
    'context-fragment',
    'The known address with a fragment.',
    () => [`${CREDENTIALS_V2}#forged`, OPEN_BADGES_3],
    [UNKNOWN, INVALID],
  ),
  contexts(
    'context-upper-case',
    'The known address in capitals.',
    () => [CREDENTIALS_V2.replace('www.w3.org', 'WWW.W3.ORG'), OPEN_BADGES_3],
    [UNKNOWN, INVALID],
  ),
  contexts('context-blank', 'A blank behind the known address.', () => [`${CREDENTIALS_V2} `, OPEN_BADGES_3], [
    UNKNOWN,
    INVALID,
  ]),
  contexts(
    'context-look-alike',
    'A Cyrillic letter in the known address.',
    () => [CREDENTIALS_V2, OPEN_BADGES_3.replace('spec/ob', 'spec/\u043eb')],
    [UNKNOWN, INVALID],
  ),
  contexts(
    'context-older-edition',
    'An older edition that does not protect its words.',
    () => [CREDENTIALS_V2, OPEN_BADGES_3.replace('3.0.3', '3.0.1')],
    [INVALID, UNKNOWN],
  ),
  contexts(
    'context-of-the-first-model',
    'The vocabulary of the first data model.',
    () => ['https://www.w3.org/2018/credentials/v1', OPEN_BADGES_3],
    [INVALID],
  ),
  contexts(
    'context-dropped',
    'The achievement’s vocabulary is dropped, so that its words are not signed.',
    () => [CREDENTIALS_V2],
    [INVALID],
  ),
  contexts('contexts-empty', 'No vocabulary at all.', () => [], [
    INVALID,
    on('integrity', 'signature-invalid', 'not-canonical'),
    refused('not-a-credential'),
  ]),
  contexts(
    'contexts-many',
    'Twenty-one vocabularies.',
    (known) => [...known, ...Array.from({ length: 19 }, (_, index) => `https://forger.example/${index}`)],
    [on('format', 'format-limit-exceeded'), refused('too-complex')],
  ),
  contexts(
    'context-as-address-object',
    'A vocabulary in an object with an id.',
    (known) => [...known, { '@id': 'https://forger.example/context' }],
    [INLINE, INVALID],
  ),
];

/** Every place of a file in which words can stand that no signature covers. */
export const HIDDEN_WORDS: readonly Attack[] = [
  hidden('hidden-index', '@index', FORGED, [KEYWORD]),
  hidden('hidden-nest', '@nest', { name: FORGED }, [KEYWORD]),
  hidden('hidden-graph', '@graph', [{ name: FORGED }], [KEYWORD]),
  hidden('hidden-graph-empty', '@graph', [], [KEYWORD]),
  hidden('hidden-included', '@included', [{ name: FORGED }], [KEYWORD]),
  hidden('hidden-reverse', '@reverse', { name: FORGED }, [KEYWORD]),
  hidden('hidden-list', '@list', [FORGED], [KEYWORD]),
  hidden('hidden-set', '@set', [FORGED], [KEYWORD]),
  hidden('hidden-json', '@json', { name: FORGED }, [KEYWORD]),
  hidden('hidden-direction', '@direction', 'rtl', [KEYWORD]),
  hidden('hidden-unknown-keyword', '@forged', FORGED, [KEYWORD]),
  hidden('hidden-value', '@value', FORGED, [KEYWORD, INVALID, on('integrity', 'format-refused')]),
  hidden('hidden-id', '@id', 'urn:forged', [DISGUISED]),
  hidden('hidden-type', '@type', 'Forged', [DISGUISED]),
  hidden('hidden-full-address', 'https://schema.org/name', FORGED, [DISGUISED]),
  hidden('hidden-short-address', 'schema:name', FORGED, [DISGUISED]),
  hidden('hidden-blank-node', '_:name', FORGED, [DISGUISED]),
  hidden('hidden-expiry', 'https://www.w3.org/2018/credentials#validUntil', '2036-01-01T00:00:00Z', [DISGUISED]),
  unsignedWord('hidden-unknown-word', 'shownName'),
  unsignedWord('hidden-other-case', 'Name'),
  unsignedWord('hidden-zero-width', 'name\u200b'),
  unsignedWord('hidden-blank', ' name'),
  unsignedWord('hidden-empty-name', ''),
  unsignedWord('hidden-look-alike', 'n\u0430me'),
  changed(
    'hidden-at-the-top',
    'A word of no vocabulary at the top.',
    (json) => ({ ...json, title: FORGED }),
    [on('integrity', 'signature-valid-in-part')],
    untouched(),
  ),
  changed(
    'hidden-in-issuer',
    'A word of no vocabulary in the issuer.',
    (json) => withValue(json, ['issuer', 'alsoKnownBy'], FORGED),
    [on('integrity', 'signature-valid-in-part', 'signature-invalid')],
    untouched(),
  ),
  changed(
    'hidden-relative-reference',
    'A reference that leads nowhere makes no statement.',
    (json) => withValue(json, ['evidence', 1], { id: 'forged', type: ['Evidence'], narrative: FORGED }),
    [INVALID],
    untouched(),
  ),
  changed(
    'hidden-relative-type',
    'A type that is no address makes no statement.',
    (json) => withValue(json, [...ACHIEVEMENT, 'type'], ['Achievement', 'Astronaut']),
    [INVALID],
    untouched(),
  ),
  changed(
    'hidden-language',
    'A text in a language that does not exist makes no statement.',
    (json) =>
      withValue(
        json,
        [...ACHIEVEMENT, 'name'],
        ['Wound Assessment and Dressing in the Home', { '@value': FORGED, '@language': 'not a language' }],
      ),
    [INVALID],
    untouched(),
  ),
];

type Change = (json: JsonObject) => JsonObject;

function changed(name: string, hope: string, change: Change, lands: readonly Landing[], reservation?: string): Attack {
  return attack(
    name,
    hope,
    { object: ({ badge }) => change(badge) },
    lands,
    reservation === undefined ? {} : { reservation },
  );
}

function contexts(
  name: string,
  hope: string,
  make: (known: readonly Json[]) => readonly Json[],
  lands: readonly Landing[],
  beside: JsonObject = {},
): Attack {
  return changed(
    name,
    hope,
    (json) => ({ ...json, ...beside, '@context': make([json['@context'] ?? []].flat() as Json[]) }),
    lands,
  );
}

/** A member of the achievement under a name that may escape the signature. */
function hidden(name: string, member: string, value: Json, lands: readonly Landing[]): Attack {
  return changed(
    name,
    `Words under ${member} are shown and not signed.`,
    (json) => withValue(json, [...ACHIEVEMENT], { ...objectAt(json, ACHIEVEMENT), [member]: value }),
    lands,
  );
}

function unsignedWord(name: string, member: string): Attack {
  return changed(
    name,
    `Words under “${member}” stand beside the signed ones.`,
    (json) => withValue(json, [...ACHIEVEMENT], { ...objectAt(json, ACHIEVEMENT), [member]: FORGED }),
    [on('integrity', 'signature-valid-in-part')],
    untouched(),
  );
}

function untouched(): string {
  return 'What was signed holds and is shown; the words beside it are named as unsigned and shown nowhere.';
}
