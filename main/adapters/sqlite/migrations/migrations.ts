import { firstStore } from './0001-first-store.ts';
import { reliedOnVerdicts } from './0002-relied-on-verdicts.ts';
import { statementsByCredential } from './0003-statements-by-credential.ts';
import { findingsOfCredentials } from './0004-findings-of-credentials.ts';
import { profileEdits } from './0005-profile-edits.ts';
import { taxonomies } from './0006-taxonomies.ts';
import { refusals } from './0007-refusals.ts';
import { requirementRules } from './0008-requirement-rules.ts';
import { reasonsOfRefusals } from './0009-reasons-of-refusals.ts';
import { nameVectors } from './0010-name-vectors.ts';

/** One step from a version of the store to the next; runs in a transaction of its own. */
export interface Migration {
  /** What `user_version` says once it has run. */
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

/** In order, without gaps. A released migration is never edited; what it got wrong the next one mends. */
export const MIGRATIONS: readonly Migration[] = [
  firstStore,
  reliedOnVerdicts,
  statementsByCredential,
  findingsOfCredentials,
  profileEdits,
  taxonomies,
  refusals,
  requirementRules,
  reasonsOfRefusals,
  nameVectors,
];
