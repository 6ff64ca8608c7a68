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
