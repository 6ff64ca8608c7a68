/**
 * The terms of JsonWebSignature2020 and JsonWebKey2020 and their IRIs, written from the security vocabulary of the W3C,
 * because no package carries this context. A differential test holds that they mean what the published file means.
 */
const VOCABULARY = 'https://w3id.org/security#';
const KEYWORD_TERMS = { '@protected': true, id: '@id', type: '@type' };

const PURPOSES = Object.fromEntries(
  [
    ['assertionMethod', 'assertionMethod'],
    ['authentication', 'authenticationMethod'],
    ['capabilityInvocation', 'capabilityInvocationMethod'],
    ['capabilityDelegation', 'capabilityDelegationMethod'],
    ['keyAgreement', 'keyAgreementMethod'],
  ].map(([term, name]) => [term, { '@id': `${VOCABULARY}${name}`, '@type': '@id', '@container': '@set' }]),
);

/** The context by its URL. */
export const JWS_2020_CONTEXTS: ReadonlyMap<string, object> = new Map([
  [
    'https://w3id.org/security/suites/jws-2020/v1',
    {
      '@context': {
        privateKeyJwk: { '@id': `${VOCABULARY}privateKeyJwk`, '@type': '@json' },
        JsonWebKey2020: {
          '@id': `${VOCABULARY}JsonWebKey2020`,
          '@context': {
            ...KEYWORD_TERMS,
            publicKeyJwk: { '@id': `${VOCABULARY}publicKeyJwk`, '@type': '@json' },
          },
        },
        JsonWebSignature2020: {
          '@id': `${VOCABULARY}JsonWebSignature2020`,
          '@context': {
            ...KEYWORD_TERMS,
            challenge: `${VOCABULARY}challenge`,
            created: dated('http://purl.org/dc/terms/created'),
            domain: `${VOCABULARY}domain`,
            expires: dated(`${VOCABULARY}expiration`),
            jws: `${VOCABULARY}jws`,
            nonce: `${VOCABULARY}nonce`,
            proofPurpose: {
              '@id': `${VOCABULARY}proofPurpose`,
              '@type': '@vocab',
              '@context': { ...KEYWORD_TERMS, ...PURPOSES },
            },
            verificationMethod: { '@id': `${VOCABULARY}verificationMethod`, '@type': '@id' },
          },
        },
      },
    },
  ],
]);

function dated(iri: string): object {
  return { '@id': iri, '@type': 'http://www.w3.org/2001/XMLSchema#dateTime' };
}
