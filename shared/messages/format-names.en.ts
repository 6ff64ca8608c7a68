import type { Container, Standard } from '../model/credential.ts';

/** What a credential is, in a person's words. */
export const STANDARD_NAMES = {
  'open-badges-3.0': 'Open Badges 3.0',
  'open-badges-2.0': 'Open Badges 2.0',
  'clr-2.0': 'Comprehensive Learner Record 2.0',
  'endorsement-3.0': 'Endorsement (Open Badges 3.0)',
  'vcdm-2.0': 'Verifiable Credential 2.0',
  'vcdm-1.1': 'Verifiable Credential 1.1',
  'sd-jwt-vc': 'SD-JWT credential',
} satisfies Record<Standard, string>;

/** How it travelled, in a person's words. */
export const CONTAINER_NAMES = {
  json: 'JSON file',
  'vc-jwt': 'signed token (VC-JWT)',
  'sd-jwt': 'signed token with chosen disclosures (SD-JWT)',
  png: 'badge picture (PNG)',
  svg: 'badge picture (SVG)',
  presentation: 'presentation',
  'clr-member': 'learner record',
  'endorsement-member': 'credential that it endorses',
} satisfies Record<Container, string>;

/** A form of signature in a person's words; an unknown one by its own name. */
export function suiteInWords(suite: string): string {
  return SUITE_WORDS[suite] ?? suite;
}

const SUITE_WORDS: Readonly<Record<string, string>> = {
  'eddsa-rdfc-2022': 'signature within the file',
  'eddsa-jcs-2022': 'signature within the file',
  'ecdsa-rdfc-2019': 'signature within the file',
  'ecdsa-jcs-2019': 'signature within the file',
  'ecdsa-sd-2023': 'signature from which the holder may leave parts out',
  'bbs-2023': 'signature from which the holder may leave parts out',
  Ed25519Signature2020: 'older form of signature',
  Ed25519Signature2018: 'older form of signature',
  JsonWebSignature2020: 'older form of signature',
  EdDSA: 'signed token',
  ES256: 'signed token',
  ES384: 'signed token',
  RS256: 'signed token',
  PS256: 'signed token',
};
