import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWorkspace, type Workspace } from '../../../main/adapters/sqlite/open-workspace.ts';
import { DEFAULT_POLICY } from '../../../shared/model/trust.ts';
import { aCandidate, aCredential, stored } from '../../engine/example-records.ts';

let workspace: Workspace;
beforeEach(() => {
  const opened = openWorkspace({ kind: 'memory' });
  if (!opened.ok) throw new Error(opened.problem.code);
  workspace = opened.value;
});
afterEach(() => workspace.close());

const at = '2026-06-01T00:00:00Z';
const ACT = { reason: 'agreed', setBy: 'me', setAt: at };

describe('policies', () => {
  it('count up, and the newest is in force', () => {
    const { trust } = workspace;
    expect(trust.policy()).toEqual(DEFAULT_POLICY);
    const { version: _, ...rules } = DEFAULT_POLICY;
    expect(trust.setPolicy({ ...rules, expiryGraceDays: 7 }, ACT).version).toBe(2);
    expect(trust.setPolicy({ ...rules, recognisedPacks: 'pinned-publisher' }, ACT).version).toBe(3);
    expect(trust.policy()).toEqual({ ...rules, recognisedPacks: 'pinned-publisher', version: 3 });
  });
});

describe('publishers', () => {
  it('are pinned once each, and unpinned', () => {
    const { trust } = workspace;
    const pin = { fingerprint: 'ab'.repeat(32), name: 'Office', reason: 'met', pinnedBy: 'me', pinnedAt: at };
    trust.pinPublisher(pin);
    trust.pinPublisher({ ...pin, name: 'The Office' });
    expect(trust.publishers()).toEqual([{ ...pin, name: 'The Office' }]);
    expect(trust.unpinPublisher(pin.fingerprint)).toBe(true);
    expect(trust.unpinPublisher(pin.fingerprint)).toBe(false);
  });
});

describe('the newest pack of a source', () => {
  it('is remembered for each publisher, and for nobody as a publisher', () => {
    const { trust } = workspace;
    const known = { source: 's', publisher: null, version: '1', retrievedAt: at };
    trust.rememberSource(known);
    trust.rememberSource({ ...known, publisher: 'ab', version: '2' });
    trust.rememberSource({ ...known, version: '3' });
    expect(trust.knownSources('s')).toEqual([
      { ...known, version: '3' },
      { ...known, publisher: 'ab', version: '2' },
    ]);
    expect(trust.knownSources('other')).toEqual([]);
  });
});

describe('past reports', () => {
  const report = (verdict: 'verified' | 'not-valid') =>
    ({ at, recordedAt: at, trustSnapshot: 's', verdict, because: [], from: null }) as const;

  it('go with the credential, and what was seen stays seen', () => {
    const credential = aCredential();
    const { candidates, documents, credentials, pastReports } = workspace;
    candidates.put(aCandidate());
    documents.add({ hash: credential.document, fileName: 'a.json', bytes: Uint8Array.of(1) }, at);
    credentials.add(...stored(credential), aCandidate().id);
    pastReports.append(credential.key, report('verified'));
    pastReports.append(credential.key, report('not-valid'));
    expect(pastReports.ofCredential(credential.key).map((each) => each.verdict)).toEqual(['not-valid', 'verified']);
    expect(pastReports.unseen().map((each) => each.report.verdict)).toEqual(['verified', 'not-valid']);
    pastReports.markSeen();
    expect(pastReports.unseen()).toEqual([]);
    credentials.removeOfCandidate(aCandidate().id);
    expect(pastReports.ofCredential(credential.key)).toEqual([]);
    // Numbers are not given again, so that what comes next is new.
    pastReports.markSeen();
    credentials.add(...stored(credential), aCandidate().id);
    pastReports.append(credential.key, report('verified'));
    expect(pastReports.unseen()).toHaveLength(1);
  });
});
