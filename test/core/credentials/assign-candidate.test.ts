import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignCandidates, type Assignment } from '../../../main/core/credentials/assign-candidate.ts';
import { bindManifest, type ManifestRow } from '../../../main/core/credentials/manifest.ts';
import type { KnownCandidate } from '../../../main/core/credentials/people-register.ts';
import { pseudonymOf } from '../../../main/core/credentials/pseudonym.ts';
import type { Credential } from '../../../shared/model/credential.ts';
import type { CandidateId } from '../../../shared/model/ids.ts';
import type { JsonObject } from '../../../shared/model/json.ts';
import { read, type Circumstances } from './build-credential.ts';

const hash = (algorithm: string, text: string) => createHash(algorithm).update(text).digest('hex');
const sha256 = (text: string) => `sha256$${hash('sha256', text)}`;
const email = (address: string, salt = '') => ({
  type: 'IdentityObject',
  identityHash: sha256(address + salt),
  identityType: 'emailAddress',
  hashed: true,
  salt,
});

/** A credential in a file of its own: `subject` goes into credentialSubject. */
function credential(document: string, subject: JsonObject = {}, more: Circumstances = {}): Credential {
  return read({ credentialSubject: { ...subject, achievement: { name: 'Signals' } } }, { document, ...more });
}

function row(line: number, file: string, person: Partial<ManifestRow> = {}): ManifestRow {
  return {
    line,
    file,
    ref: null,
    name: null,
    email: null,
    job: null,
    phone: null,
    consentDate: null,
    source: null,
    ...person,
  };
}

function known(id: string, person: Partial<KnownCandidate> = {}): KnownCandidate {
  return { id: id as CandidateId, ref: null, emails: [], subjectIds: [], ...person };
}

function assign(
  credentials: readonly Credential[],
  rows: readonly ManifestRow[] = [],
  people: readonly KnownCandidate[] = [],
): Assignment {
  const { rowOfFile } = bindManifest(
    rows,
    credentials.map((one) => one.fileName),
    'manifest.csv',
  );
  return assignCandidates({ credentials, rows, rowOfFile, known: people, hash });
}

/** Who got what: `known or ref or - | basis | documents`, sorted. */
function outline({ people }: Assignment): readonly string[] {
  return people
    .map(({ known: id, ref, basis, credentials }) =>
      [id ?? ref ?? '-', basis, credentials.map((one) => one.key.split('#')[0]).sort()].join(' | '),
    )
    .sort();
}

describe('finding the candidate', () => {
  it('makes one person of files whose subject has the same id', () => {
    const ada = { id: 'did:example:ada' };
    expect(
      outline(assign([credential('d1', ada), credential('d2', ada), credential('d3', { id: 'did:example:bo' })])),
    ).toEqual(['- | subject-id | d1,d2', '- | subject-id | d3']);
  });

  it('adds to the candidate of the workspace whose subject id it is', () => {
    expect(
      outline(
        assign([credential('d1', { id: 'did:example:ada' })], [], [known('K1', { subjectIds: ['did:example:ada'] })]),
      ),
    ).toEqual(['K1 | subject-id | d1']);
  });

  it.each<[string, JsonObject]>([
    ['hashed with a salt', { identifier: [email('ada@example.org', 'salt')] }],
    ['hashed as the person wrote it', { identifier: email('Ada@Example.org') }],
    [
      'by MD5',
      {
        identifier: {
          identityHash: `md5$${hash('md5', 'ada@example.org')}`,
          identityType: 'emailAddress',
          hashed: true,
        },
      },
    ],
    ['in plain text', { identifier: { identityHash: 'ADA@example.org', identityType: 'emailAddress', hashed: false } }],
    ['as a mailto: subject', { id: 'mailto:ada@example.org' }],
  ])('recognises an e-mail of the manifest, %s', (_what, subject) => {
    const rows = [row(2, 'other.json', { ref: 'C-1', email: 'Ada@Example.org' })];
    expect(outline(assign([credential('d1', subject)], rows))).toEqual(['C-1 | email-hash | d1']);
  });

  it('takes no other identifier for an e-mail', () => {
    const subject = { identifier: { ...email('ada@example.org'), identityType: 'nationalIdentityNumber' } };
    expect(
      outline(assign([credential('d1', subject)], [row(2, 'other.json', { ref: 'C-1', email: 'ada@example.org' })])),
    ).toEqual(['- | file | d1']);
  });

  it('binds a file by its row, and files of one reference to one person', () => {
    const rows = [
      row(2, 'd1.json', { ref: 'C-1', name: 'Ada Nowhere' }),
      row(3, 'd2.json', { ref: 'C-1' }),
      row(4, 'd3.json', { ref: 'C-2' }),
    ];
    const assignment = assign([credential('d1'), credential('d2'), credential('d3')], rows);
    expect(outline(assignment)).toEqual(['C-1 | manifest | d1,d2', 'C-2 | manifest | d3']);
    expect(assignment.people[0]).toMatchObject({ ref: 'C-1', name: 'Ada Nowhere', email: null });
  });

  it('finds further files of a person of the manifest by the subject id in the listed one', () => {
    const ada = { id: 'did:example:ada' };
    expect(
      outline(assign([credential('d0', ada), credential('d9', ada)], [row(2, 'd9.json', { ref: 'C-1' })])),
    ).toEqual(['C-1 | subject-id | d0,d9']);
  });

  it('lets no unsigned file of the manifest take another person\u2019s subject id', () => {
    const bo = { id: 'did:example:bo' };
    const forged = credential('d1', bo, { content: 'claimed' });
    expect(outline(assign([forged, credential('d2', bo)], [row(2, 'd1.json', { ref: 'C-1' })]))).toEqual([
      '- | subject-id | d2',
      'C-1 | manifest | d1',
    ]);
  });

  it('says that the e-mail confirms the manifest where it does', () => {
    const subject = { identifier: email('ada@example.org') };
    expect(
      outline(assign([credential('d1', subject)], [row(2, 'd1.json', { ref: 'C-1', email: 'ada@example.org' })])),
    ).toEqual(['C-1 | email-hash | d1']);
  });

  it('makes a person of a file without any sign, and one of all that stands in it', () => {
    const array = ['/0', '/1'].map((pointer) => credential('d1', {}, { pointer }));
    expect(outline(assign([...array, credential('d2')]))).toEqual(['- | file | d1,d1', '- | file | d2']);
  });

  it('gives what has no sign to the one person whose file it is', () => {
    const signed = credential('d1', { id: 'did:example:ada' }, { pointer: '/0' });
    expect(outline(assign([signed, credential('d1', {}, { pointer: '/1' })]))).toEqual(['- | subject-id | d1,d1']);
  });

  it('parts a file with credentials of two people', () => {
    const ada = credential('d1', { id: 'did:example:ada' }, { pointer: '/0' });
    const bo = credential('d1', { id: 'did:example:bo' }, { pointer: '/1' });
    expect(outline(assign([ada, bo]))).toEqual(['- | subject-id | d1', '- | subject-id | d1']);
  });

  it('keeps a CLR and a presentation together with what they carry', () => {
    const clr = credential('d1', { id: 'did:example:ada' }, { standard: 'clr-2.0' });
    const member = credential(
      'd1',
      { id: 'did:example:ada-at-another-school' },
      { pointer: '/m/0', parent: '', container: 'clr-member' },
    );
    const entries = ['/verifiableCredential/0', '/verifiableCredential/1'].map((pointer, index) =>
      credential('d2', { id: `did:example:wallet-${index}` }, { pointer, parent: '', container: 'presentation' }),
    );
    expect(outline(assign([clr, member, ...entries]))).toEqual(['- | subject-id | d1,d1', '- | subject-id | d2,d2']);
  });

  it('never goes by a name', () => {
    const named = { name: 'Ada Nowhere' };
    expect(
      outline(assign([credential('d1', named), credential('d2', named)], [row(2, 'x.json', { name: 'Ada Nowhere' })])),
    ).toHaveLength(2);
    const rows = [row(2, 'd1.json', { name: 'Ada Nowhere' }), row(3, 'd2.json', { name: 'Ada Nowhere' })];
    expect(outline(assign([credential('d1'), credential('d2')], rows))).toEqual([
      '- | manifest | d1',
      '- | manifest | d2',
    ]);
  });

  it.each([
    ['the issuer itself', 'did:example:school'],
    ['a blank node', '_:b0'],
    ['no URI', 'Ada'],
  ])('takes no subject id for a person\u2019s that is %s', (_what, id) => {
    const json = (document: string) => read({ issuer: 'did:example:school', credentialSubject: { id } }, { document });
    expect(outline(assign([json('d1'), json('d2')]))).toEqual(['- | file | d1', '- | file | d2']);
  });

  it('takes the subject of an endorsement for no person', () => {
    const school = (document: string, standard: 'endorsement-3.0') =>
      credential(document, { id: 'did:example:a' }, { standard });
    expect(outline(assign([school('d1', 'endorsement-3.0'), school('d2', 'endorsement-3.0')]))).toHaveLength(2);
  });

  it('adds to the known candidate of the same reference or, where neither has another, e-mail', () => {
    const people = [
      known('K1', { ref: 'C-1' }),
      known('K2', { emails: ['bo@example.org'] }),
      known('K3', { ref: 'C-3', emails: ['cy@example.org'] }),
    ];
    const rows = [
      row(2, 'd1.json', { ref: 'C-1' }),
      row(3, 'd2.json', { ref: 'C-2', email: 'Bo@example.org' }),
      row(4, 'd3.json', { ref: 'C-4', email: 'cy@example.org' }),
    ];
    expect(outline(assign([credential('d1'), credential('d2'), credential('d3')], rows, people))).toEqual([
      'C-4 | manifest | d3',
      'K1 | manifest | d1',
      'K2 | manifest | d2',
    ]);
  });
});

describe('a conflict', () => {
  it('between manifest and subject id is decided for the manifest and reported', () => {
    const people = [known('K1', { ref: 'C-1' }), known('K2', { subjectIds: ['did:example:bo'] })];
    const assignment = assign(
      [credential('d1', { id: 'did:example:bo' })],
      [row(2, 'd1.json', { ref: 'C-1' })],
      people,
    );
    expect(outline(assignment)).toEqual(['K1 | manifest | d1']);
    expect(assignment.conflicts).toEqual([
      { kind: 'manifest-against-subject-id', file: 'd1.json', decidedFor: 0, basis: 'manifest', other: 'K2' },
    ]);
    expect(assignment.people[0]?.subjectIds).toEqual([]);
  });

  it('between manifest and e-mail likewise', () => {
    const rows = [row(2, 'd1.json', { ref: 'C-1' }), row(3, 'd2.json', { ref: 'C-2', email: 'bo@example.org' })];
    const assignment = assign([credential('d1', { identifier: email('bo@example.org') })], rows);
    expect(assignment.people[0]).toMatchObject({ ref: 'C-1', basis: 'manifest' });
    expect(assignment.conflicts).toMatchObject([{ kind: 'manifest-against-email', basis: 'manifest' }]);
  });

  it('between subject id and e-mail is decided for the subject id', () => {
    const people = [known('K1', { subjectIds: ['did:example:ada'] }), known('K2', { emails: ['bo@example.org'] })];
    const assignment = assign(
      [credential('d1', { id: 'did:example:ada', identifier: email('bo@example.org') })],
      [],
      people,
    );
    expect(outline(assignment)).toEqual(['K1 | subject-id | d1']);
    expect(assignment.conflicts).toMatchObject([{ kind: 'subject-id-against-email', other: 'K2' }]);
  });

  it('of a presentation that touches two known people is reported and merges nobody', () => {
    const people = [known('K1', { subjectIds: ['did:example:a'] }), known('K2', { subjectIds: ['did:example:b'] })];
    const entries = ['a', 'b'].map((name, index) =>
      credential('d1', { id: `did:example:${name}` }, { pointer: `/${index}`, parent: '' }),
    );
    const assignment = assign(entries, [], people);
    expect(outline(assignment)).toEqual(['K1 | subject-id | d1,d1']);
    expect(assignment.conflicts).toMatchObject([{ kind: 'several-people', other: 'K2' }]);
  });
});

describe('any input', () => {
  const subject = fc.record(
    {
      id: fc.constantFrom('did:example:a', 'did:example:b', 'did:example:c'),
      identifier: fc.constantFrom(email('a@example.org'), email('b@example.org', 's')),
    },
    { requiredKeys: [] },
  );
  const input = fc.record({
    subjects: fc.array(subject, { minLength: 1, maxLength: 7 }),
    listed: fc.array(
      fc.tuple(
        fc.nat({ max: 6 }),
        fc.constantFrom('R1', 'R2', null),
        fc.constantFrom('a@example.org', 'b@example.org', null),
      ),
      { maxLength: 4 },
    ),
  });

  it('gives each credential to exactly one person, whatever the order of files', () => {
    fc.assert(
      fc.property(input, fc.infiniteStream(fc.nat()), ({ subjects, listed }, random) => {
        const credentials = subjects.map((one, index) => credential(`d${index}`, one));
        const rows = listed.map(([index, ref, address], line) =>
          row(line + 2, `d${index}.json`, { ref, email: address, name: 'N' }),
        );
        const assignment = assign(credentials, rows);
        const assigned = assignment.people.flatMap((person) => person.credentials.map((one) => one.key));
        expect([...assigned].sort()).toEqual(credentials.map((one) => one.key).sort());
        const shuffled = credentials
          .map((one) => ({ one, at: random.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
        expect(assign(shuffled, rows)).toEqual(assignment);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the pseudonym', () => {
  it('is the end of the id, which says nothing about the person', () => {
    expect(pseudonymOf('01JD8Z5V9W0000000000007qk3' as CandidateId)).toBe('Candidate 7QK3');
  });
});
