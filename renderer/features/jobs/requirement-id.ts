import { ulid } from 'ulid';
import type { RequirementId } from '../../../shared/model/ids.ts';

/** The id of a requirement that a person has just accepted or written. */
export function newRequirementId(): RequirementId {
  return ulid() as RequirementId;
}
