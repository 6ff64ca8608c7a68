/**
 * The vocabulary of the W3C's own examples and test vectors (VC Data Model 2.0, appendix B.3): every undefined term
 * becomes an IRI under one prefix. With it the published vectors can be judged by anyone who wants to see for themselves.
 */
export const EXAMPLES_CONTEXTS: ReadonlyMap<string, object> = new Map([
  [
    'https://www.w3.org/ns/credentials/examples/v2',
    { '@context': { '@vocab': 'https://www.w3.org/ns/credentials/examples#' } },
  ],
]);
