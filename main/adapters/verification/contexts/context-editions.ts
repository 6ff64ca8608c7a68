import { carriedContext } from './context-table.ts';

/**
 * Vocabularies that were published under one URL in more than one edition. A signature made with another edition than
 * the carried one fails with it; then each edition here is tried, and the report says which one it was.
 */
export interface ContextEdition {
  readonly url: string;
  /** A name for people: what the edition is. */
  readonly name: string;
  readonly document: object;
}

const OPEN_BADGES_3_0_3 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';

/** One entry an edition, written as what it adds to the carried one. */
export const CONTEXT_EDITIONS: readonly ContextEdition[] = [
  {
    url: OPEN_BADGES_3_0_3,
    name: 'Open Badges 3.0.3 with endorsementJwt',
    document: withTerms(OPEN_BADGES_3_0_3, {
      endorsementJwt: {
        '@id': 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#endorsementJwt',
        '@container': '@set',
      },
      jti: { '@id': 'https://www.iana.org/assignments/jwt#jti', '@type': '@id' },
    }),
  },
];

function withTerms(url: string, terms: object): object {
  const carried = carriedContext(url);
  const context = carried !== null && '@context' in carried ? carried['@context'] : {};
  return { '@context': { ...(context as object), ...terms } };
}
