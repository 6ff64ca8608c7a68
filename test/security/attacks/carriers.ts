import type { JsonObject } from '../../../shared/model/json.ts';
import { signRecord } from '../../fixtures/content/hand-over.ts';
import { ISSUERS } from '../../fixtures/content/issuers.ts';
import { utf8 } from '../../fixtures/content/secure.ts';
import { bakePng, bakeSvg } from '../../fixtures/signing/bake.ts';
import { drawBadgePng, drawBadgeSvg } from '../../fixtures/signing/draw-badge.ts';
import { presentJwt } from '../../fixtures/signing/presentation.ts';
import type { Attack, AttackedFile, Place } from './attack.ts';
import { CREATED, genuineSpecimens, OWNER, OWNER_KEY, signText } from './genuine.ts';

/** Every place in which an attack is tried, as files. */
export async function applicationsOf(attack: Attack): Promise<readonly AttackedFile[]> {
  const genuine = await genuineSpecimens();
  const { object, token, files } = attack.forge;
  const made = [
    ...(object === undefined ? [] : await carried(attack, await object(genuine), OBJECT_PLACES)),
    ...(token === undefined ? [] : await carried(attack, await token(genuine), TOKEN_PLACES)),
    ...(files === undefined ? [] : await files(genuine)),
  ];
  return made.filter((file) => !attack.except.includes(file.place)).map((file, index) => named(attack, file, index));
}

/** One of the places in which an attack is tried; another one for each turn. */
export async function applicationOf(attack: Attack, turn: number): Promise<AttackedFile> {
  const { object, token, files } = attack.forge;
  const genuine = await genuineSpecimens();
  if (files !== undefined || (object === undefined && token === undefined)) {
    return pick(await applicationsOf(attack), turn);
  }
  const asToken = object === undefined || (token !== undefined && turn % 2 === 1);
  const places = (asToken ? TOKEN_PLACES : OBJECT_PLACES).filter((place) => !attack.except.includes(place));
  const made = asToken ? await token?.(genuine) : await object(genuine);
  const [file] = await carried(attack, made ?? '', [pick(places, turn)]);
  return named(attack, file ?? never(), turn % places.length);
}

function pick<Value>(values: readonly Value[], turn: number): Value {
  return values[turn % Math.max(1, values.length)] ?? never();
}

function never(): never {
  throw new Error('The attack applies nowhere');
}

const OBJECT_PLACES: readonly Place[] = ['JSON', 'PNG', 'SVG', 'VP', 'CLR member'];
const TOKEN_PLACES: readonly Place[] = ['JWT', 'PNG', 'SVG', 'VP', 'CLR member'];

async function carried(attack: Attack, made: JsonObject | string, places: readonly Place[]): Promise<AttackedFile[]> {
  const text = typeof made === 'string' ? made : JSON.stringify(made);
  const wanted = places.filter((place) => !attack.except.includes(place));
  return Promise.all(wanted.map((place) => carry(text, place)));
}

/** Puts JSON text or a compact JWS into a container. The presentation and the record around it are genuine. */
export async function carry(text: string, place: Place): Promise<AttackedFile> {
  const file = (name: string, bytes: Uint8Array, pointer = ''): AttackedFile => ({ name, bytes, place, pointer });
  switch (place) {
    case 'JSON':
      return file('credential.json', utf8(text));
    case 'JWT':
      return file('credential.jwt', utf8(text));
    case 'SD-JWT':
      return file('credential.sd-jwt', utf8(text));
    case 'PNG':
      return file('badge.png', bakePng(BLANK_PNG, text));
    case 'SVG':
      return file('badge.svg', utf8(bakedSvg(text)));
    case 'VP':
      return file(
        'presentation.jwt',
        utf8(around(await presentationPayload(), text, OWNER_KEY)),
        '/verifiableCredential/0',
      );
    case 'CLR member':
      return file(
        'record.jwt',
        utf8(around(await recordPayload(), text, ISSUERS.northmoor.token)),
        '/credentialSubject/verifiableCredential/0',
      );
    case 'ZIP':
      throw new Error('A ZIP carries files, not credentials');
  }
}

const LOOK = { ground: [10, 20, 30], mark: [200, 210, 220], points: 5 } as const;
const BLANK_PNG = drawBadgePng(LOOK);
const BLANK_SVG = drawBadgeSvg(LOOK, 'Badge');

/** JSON as character data that can’t end early; a token in its attribute. */
function bakedSvg(text: string): string {
  const isJson = /^[\s\uFEFF]*[{["]/.test(text);
  if (!isJson && !/["<&]/.test(text)) return bakeSvg(BLANK_SVG, text.trim());
  const data = text.replaceAll(']]>', ']]]]><![CDATA[>');
  return bakeSvg(BLANK_SVG, '{}').replace('\n{}\n', () => data);
}

/** Where the attacked text goes in a payload. */
const HERE = '@@here@@';

function around(payload: string, text: string, by: Parameters<typeof signText>[2]): string {
  const isJson = /^[\s\uFEFF]*[{[]/.test(text);
  const inside = isJson ? text : JSON.stringify(text.trim());
  const header = { alg: by.key.algorithm, kid: by.verificationMethod, typ: 'JWT' };
  return signText(
    header,
    payload.replace(JSON.stringify(HERE), () => inside),
    by,
  );
}

const presentationPayload = once(() => Promise.resolve(payloadOf(presentJwt([HERE], OWNER_KEY, CREATED, 'nonce'))));

const recordPayload = once(async () => {
  const awards = [{ definition: 'wound-care', on: '2024-03-15', form: 'json' }] as const;
  const signed = await signRecord({ ...OWNER, awards }, [HERE], 'token');
  return payloadOf(String(signed));
});

const payloadOf = (token: string): string => Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8');

/** `12-alg-none-3.jwt`: unique, and its ending is the container’s. */
function named(attack: Attack, file: AttackedFile, index: number): AttackedFile {
  const ending = /\.[a-z-]+$/.exec(file.name)?.[0] ?? '';
  return { ...file, name: `${attack.name}-${index + 1}${ending}` };
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | null = null;
  return () => (made ??= make());
}
