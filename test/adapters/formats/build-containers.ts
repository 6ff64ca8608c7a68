import { crc32, deflateSync } from 'node:zlib';
import type { NamedFile } from '../../../main/core/ports.ts';
import type { JsonObject } from '../../../shared/model/json.ts';

/** Small builders of the containers in which a badge can travel. All names are fictional; signatures are noise. */

export const BADGE = {
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  id: 'urn:uuid:3b241101-e2bb-4255-8caf-4136c566a962',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  name: 'Crane signalling',
  issuer: { id: 'did:example:harbour-school', type: ['Profile'], name: 'Harbour School of Nowhere' },
  validFrom: '2026-01-05T00:00:00Z',
  credentialSubject: {
    id: 'did:example:ada',
    type: ['AchievementSubject'],
    achievement: {
      id: 'urn:example:crane-signalling',
      type: ['Achievement'],
      name: 'Crane signalling',
      description: 'Guides a crane by hand signals.',
      criteria: { narrative: 'Guided ten lifts without an error.' },
    },
  },
  proof: { type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022', proofValue: 'z2222' },
} satisfies JsonObject;

export const ASSERTION_2 = {
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Assertion',
  id: 'https://badges.example/assertions/7',
  recipient: { type: 'email', hashed: false, identity: 'ada@example.org' },
  badge: { type: 'BadgeClass', id: 'https://badges.example/classes/1', name: 'Knots', description: 'Ties knots.' },
  verification: { type: 'hosted' },
  issuedOn: '2024-05-01',
} satisfies JsonObject;

export function without(json: JsonObject, ...properties: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(json).filter(([property]) => !properties.includes(property)));
}

export function textFile(content: string | object, name = 'credential.json'): NamedFile {
  return { name, bytes: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)) };
}

export function jwt(payload: object | string, header: object | string = { alg: 'ES256', typ: 'JWT' }): string {
  const part = (value: object | string) =>
    Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
  return `${part(header)}.${part(payload)}.${Buffer.from('no signature').toString('base64url')}`;
}

export interface PngText {
  readonly type: 'iTXt' | 'tEXt' | 'zTXt';
  readonly keyword: string;
  readonly text: string | Uint8Array;
  readonly compressed?: boolean;
}

export function png(texts: readonly PngText[], name = 'badge.png'): NamedFile {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(1, 0);
  header.writeUInt32BE(1, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.from([0, 0, 0, 0, 0]));
  return {
    name,
    bytes: Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      chunk('IHDR', header),
      ...texts.map((text) => chunk(text.type, textData(text))),
      chunk('IDAT', pixels),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  };
}

export function bakedPng(content: object | string, name?: string): NamedFile {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return png([{ type: 'iTXt', keyword: 'openbadgecredential', text }], name);
}

export function svg(inside: string, before = ''): NamedFile {
  const open = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0">';
  return textFile(`<?xml version="1.0"?>${before}${open}${inside}<circle r="4"/></svg>`, 'badge.svg');
}

export function bakedSvg(content: object): NamedFile {
  return svg(`<openbadges:credential verify=""><![CDATA[${JSON.stringify(content)}]]></openbadges:credential>`);
}

function textData({ type, keyword, text, compressed = false }: PngText): Buffer {
  const bytes = Buffer.from(text);
  const start = Buffer.from(`${keyword}\0`, 'latin1');
  if (type === 'tEXt') return Buffer.concat([start, bytes]);
  if (type === 'zTXt') return Buffer.concat([start, Buffer.from([0]), deflateSync(bytes)]);
  return Buffer.concat([start, Buffer.from([compressed ? 1 : 0, 0, 0, 0]), compressed ? deflateSync(bytes) : bytes]);
}

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, checksum]);
}
