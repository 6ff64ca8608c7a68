import { createHash } from 'node:crypto';
import { outlineOf, type CredentialOutline } from '../../main/core/credentials/credential-outline.ts';
import { CHECK_AXES, type Checks } from '../../shared/model/check.ts';
import type { Candidate, Credential } from '../../shared/model/credential.ts';
import {
  credentialKey,
  type CandidateId,
  type DocumentHash,
  type JobId,
  type RequirementId,
} from '../../shared/model/ids.ts';
import type { Job } from '../../shared/model/job.ts';

/** Records as the store keeps them, for tests that need some; each can be varied by the fields that matter. */

export function hashOf(text: string): DocumentHash {
  return createHash('sha256').update(text).digest('hex') as DocumentHash;
}

export function aCandidate(id = '01EXAMPLE'): Candidate {
  return {
    id: id as CandidateId,
    pseudonym: `Candidate ${id}`,
    ref: null,
    name: null,
    email: null,
    basis: 'file',
    importedAt: '2026-06-01T00:00:00Z',
  };
}

/** A credential as it is given to the store. */
export function stored(credential: Credential): [CredentialOutline, Uint8Array] {
  return [outlineOf(credential), Buffer.from(JSON.stringify(credential))];
}

export function aCredential(changes: Partial<Credential> = {}): Credential {
  const document = changes.document ?? hashOf('an example badge');
  const checks = Object.fromEntries(
    CHECK_AXES.map((axis) => [axis, { state: 'pass', code: 'example', message: 'An example.' }]),
  ) as unknown as Checks;
  return {
    key: credentialKey(document, ''),
    document,
    pointer: '',
    fileName: 'badge.json',
    standard: 'open-badges-3.0',
    container: 'json',
    content: 'signed',
    credentialId: 'urn:example:badge:1',
    types: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: { text: 'Bee keeping', pointer: '/name' },
    issuer: { id: 'did:example:meadow', name: 'Meadow School' },
    subject: { id: null, name: null, identifiers: [] },
    validFrom: '2025-01-01T00:00:00Z',
    validUntil: null,
    awardedDate: null,
    achievement: null,
    results: [],
    creditsEarned: null,
    licenseNumber: null,
    role: null,
    narrative: null,
    source: null,
    evidenceCount: 0,
    associations: [],
    parent: null,
    report: {
      verdict: 'verified-with-reservations',
      checks,
      recognition: 'unknown',
      at: '2026-06-01T00:00:00Z',
      holdsUntil: null,
      trustSnapshot: hashOf('trust'),
      proofs: [],
      unsignedPaths: [],
    },
    ...changes,
  };
}

export function aJob(changes: Partial<Job> = {}): Job {
  return {
    id: 'job' as JobId,
    title: 'Keeper of bees',
    field: null,
    version: 1,
    savedAt: '2026-06-01T00:00:00Z',
    requirements: [
      {
        id: 'r1' as RequirementId,
        text: 'keep bees',
        kind: 'skill',
        priority: 'must',
        weight: 1,
        level: null,
        alternatives: [],
        frameworkIds: [],
        maxAgeYears: null,
        sourceSentence: null,
      },
    ],
    ...changes,
  };
}
