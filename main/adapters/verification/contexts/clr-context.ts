/**
 * The terms of Comprehensive Learner Record 2.0 and their IRIs, written from the specification's vocabulary
 * (1EdTech CLR 2.0, appendix "JSON-LD context"), because no package carries its context. A differential test holds
 * that documents expand and canonicalise as with the published files.
 */
const VOCABULARY = 'https://purl.imsglobal.org/spec/vc/clr/vocab.html#';
const KEYWORD_TERMS = { id: '@id', type: '@type' };

/** What changed between the editions: the base of Open Badges types, and the terms that 2.0.1 added. */
const EDITIONS = [
  {
    url: 'https://purl.imsglobal.org/spec/clr/v2p0/context.json',
    openBadges: 'https://purl.imsglobal.org/spec/ob/v3p0/vocab.html#',
    credentialTerms: {},
    subjectTerms: {},
  },
  {
    url: 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json',
    openBadges: 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#',
    credentialTerms: { partial: typed('partial', 'xsd:boolean') },
    subjectTerms: { identifier: setOf('identifier-1', 'obi:Identifier') },
  },
];

/** The CLR contexts by URL. */
export const CLR_CONTEXTS: ReadonlyMap<string, object> = new Map(
  EDITIONS.map(({ url, openBadges, credentialTerms, subjectTerms }) => [
    url,
    {
      '@context': {
        ...KEYWORD_TERMS,
        ClrCredential: scoped('ClrCredential', { ...KEYWORD_TERMS, ...credentialTerms }),
        ClrSubject: scoped('ClrSubject', {
          ...KEYWORD_TERMS,
          cred: 'https://www.w3.org/2018/credentials#',
          obi: openBadges,
          achievement: setOf('achievement', 'obi:Achievement'),
          association: setOf('association', `${VOCABULARY}Association`),
          verifiableCredential: setOf('verifiableCredential', 'cred:verifiableCredential'),
          ...subjectTerms,
        }),
        Association: scoped('Association', {
          associationType: { '@id': `${VOCABULARY}AssociationType` },
          sourceId: typed('sourceId', 'xsd:anyURI'),
          targetId: typed('targetId', 'xsd:anyURI'),
        }),
      },
    },
  ]),
);

function scoped(name: string, terms: object): object {
  return { '@id': `${VOCABULARY}${name}`, '@context': terms };
}

function typed(name: string, type: string): object {
  return { '@id': `${VOCABULARY}${name}`, '@type': type };
}

function setOf(name: string, type: string): object {
  return { ...typed(name, type), '@container': '@set' };
}
