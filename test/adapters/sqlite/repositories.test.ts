import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWorkspace, type Workspace } from '../../../main/adapters/sqlite/open-workspace.ts';
import {
  credentialKey,
  type BatchId,
  type CandidateId,
  type EventId,
  type JobId,
  type RequirementId,
} from '../../../shared/model/ids.ts';
import { aCandidate, aCredential, aJob, hashOf, stored } from '../../engine/example-records.ts';

let workspace: Workspace;
beforeEach(() => {
  const opened = openWorkspace({ kind: 'memory' });
  if (!opened.ok) throw new Error(opened.problem.code);
  workspace = opened.value;
});
afterEach(() => workspace.close());

const at = '2026-06-01T00:00:00Z';

function storeCredential(credential = aCredential(), candidate = aCandidate()) {
  workspace.candidates.put(candidate);
  workspace.documents.add({ hash: credential.document, fileName: credential.fileName, bytes: Uint8Array.of(1, 2) }, at);
  workspace.credentials.add(...stored(credential), candidate.id);
  return { credential, candidate };
}

describe('documents', () => {
  it('come back byte for byte, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (bytes, text) => {
        const hash = hashOf(text + bytes.join());
        workspace.documents.add({ hash, fileName: text, bytes }, at);
        expect(Uint8Array.from(workspace.documents.get(hash)?.bytes ?? [])).toEqual(bytes);
      }),
      { numRuns: 50 },
    );
  });

  it('stay as they first came when the same bytes come again', () => {
    const hash = hashOf('same');
    workspace.documents.add({ hash, fileName: 'first.json', bytes: Uint8Array.of(1) }, at);
    workspace.documents.add({ hash, fileName: 'second.json', bytes: Uint8Array.of(1) }, at);
    expect(workspace.documents.get(hash)?.fileName).toBe('first.json');
  });
});

describe('credentials', () => {
  it('come back as they were read', () => {
    const { credential, candidate } = storeCredential();
    expect(workspace.credentials.get(credential.key)).toEqual({
      credential,
      candidate: candidate.id,
      replacedBy: null,
    });
  });

  it('of a person can be removed, and the documents that nobody else needs go too', () => {
    const { credential, candidate } = storeCredential();
    workspace.credentials.removeOfCandidate(candidate.id);
    workspace.documents.removeUnused();
    workspace.candidates.remove(candidate.id);
    expect(workspace.documents.has(credential.document)).toBe(false);
    expect(workspace.candidates.count()).toBe(0);
  });

  it('need a document and a person', () => {
    expect(() => workspace.credentials.add(...stored(aCredential()), 'nobody' as CandidateId)).toThrow(/FOREIGN KEY/);
  });

  it('say how they stand without being read', () => {
    const { credential } = storeCredential();
    expect(workspace.credentials.standing(credential.key)).toEqual({
      verdict: credential.report.verdict,
      findings: [],
    });
    const status = { state: 'stale', code: 'example', message: 'An old list.' } as const;
    const report = { ...credential.report, checks: { ...credential.report.checks, status } };
    workspace.credentials.update({ ...credential, report: { ...report, verdict: 'verified-with-reservations' } });
    expect(workspace.credentials.standing(credential.key)).toEqual({
      verdict: 'verified-with-reservations',
      findings: [{ axis: 'status', state: 'stale', message: 'An old list.' }],
    });
    expect(workspace.credentials.standing(credentialKey(hashOf('nothing'), ''))).toBeNull();
  });

  it('name the issuers seen in them', () => {
    const { credential } = storeCredential();
    expect(workspace.credentials.issuers()).toEqual([
      { issuerId: credential.issuer.id, claimedName: credential.issuer.name, recognition: 'unknown', credentials: 1 },
    ]);
  });
});

describe('subject ids', () => {
  it('stay with the person to whom they first belonged', () => {
    const [one, other] = [aCandidate('01A'), aCandidate('01B')];
    workspace.candidates.put(one);
    workspace.candidates.put(other);
    workspace.candidates.addSubject(one.id, 'did:example:ada');
    workspace.candidates.addSubject(other.id, 'did:example:ada');
    expect(workspace.candidates.listKnown().map((known) => known.subjectIds)).toEqual([['did:example:ada'], []]);
  });
});

describe('vectors', () => {
  it('come back float for float and are kept once per model and text', () => {
    const vector = Float32Array.from([0.1, -0.25, 1e-8]);
    workspace.vectors.put('model', 'text', vector);
    workspace.vectors.put('model', 'text', Float32Array.of(9, 9, 9));
    expect(workspace.vectors.get('model', 'text')).toEqual(vector);
    expect(workspace.vectors.get('other model', 'text')).toBeNull();
  });

  it('of texts that are no longer needed can be let go', () => {
    workspace.vectors.put('model', 'kept', Float32Array.of(1));
    workspace.vectors.put('model', 'gone', Float32Array.of(1));
    workspace.vectors.keepOnly(['kept']);
    expect(workspace.vectors.count()).toBe(1);
  });
});

describe('jobs', () => {
  it('keep every version and show the newest', () => {
    workspace.jobs.add(aJob({ version: 1, title: 'First' }));
    workspace.jobs.add(aJob({ version: 2, title: 'Second' }));
    expect(workspace.jobs.list().map((job) => job.title)).toEqual(['Second']);
    workspace.jobs.remove(aJob().id, at);
    expect(workspace.jobs.list()).toEqual([]);
  });
});

describe('judgements', () => {
  it('are events: the last one stands, and a withdrawal takes it away', () => {
    const candidate = aCandidate();
    workspace.candidates.put(candidate);
    const say = (id: string, judgement: 'meets' | 'not-the-same' | 'withdrawn') =>
      workspace.judgements.add({
        id: id as EventId,
        at,
        by: 'someone',
        job: 'job' as JobId,
        requirement: 'r1' as RequirementId,
        candidate: candidate.id,
        judgement,
        reason: 'because',
      });
    say('1', 'meets');
    say('2', 'not-the-same');
    expect(workspace.judgements.standing('job' as JobId).map((row) => row.judgement)).toEqual(['not-the-same']);
    say('3', 'withdrawn');
    expect(workspace.judgements.standing('job' as JobId)).toEqual([]);
  });
});

describe('batches', () => {
  const batch = 'batch' as BatchId;

  it('hold the bytes of a file until it is done, and then only what became of it', () => {
    workspace.batches.create(batch, at);
    workspace.batches.stage(batch, [
      { name: 'a.json', hash: 'a', bytes: Uint8Array.of(1) },
      { name: 'b.json', hash: 'b', bytes: Uint8Array.of(2) },
    ]);
    workspace.batches.finishFile(batch, 1, { file: 'a.json', credentials: [], problems: [] });
    expect(workspace.batches.read(batch, 1)).toBeNull();
    expect(workspace.batches.waiting(batch)).toEqual([{ ordinal: 2, name: 'b.json', hash: 'b', size: 1 }]);
    expect(workspace.batches.pending()).toEqual([{ batch, addedAt: at, filesLeft: 1, filesDone: 1 }]);
    workspace.batches.finish(batch, at);
    expect(workspace.batches.pending()).toEqual([]);
    expect(workspace.batches.isOpen(batch)).toBe(false);
  });
});

describe('settings', () => {
  it('are blind until a person says otherwise', () => {
    expect(workspace.settings.read().blind).toBe(true);
    workspace.settings.write({ ...workspace.settings.read(), blind: false });
    expect(workspace.settings.read()).toEqual({ blind: false, theme: 'system', useModel: true });
  });
});

describe('a transaction', () => {
  it('does all or nothing', () => {
    expect(() =>
      workspace.transaction(() => {
        workspace.candidates.put(aCandidate());
        throw new Error('in the middle');
      }),
    ).toThrow('in the middle');
    expect(workspace.candidates.count()).toBe(0);
  });
});
