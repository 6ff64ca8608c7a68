import type { JsonObject } from '../../../../shared/model/json.ts';
import type { ShapeReader } from '../container.ts';
import { contextUrlsOf, typesOf } from '../json-values.ts';
import { securingOf } from './securing.ts';

/**
 * An Open Badges 2.0 assertion (or 1.x, which lacks types). Hosted ones can't be proven offline and say so by
 * `securing: none`; signed ones came as a JWS. A badge class or issuer profile alone says nothing about a person.
 */
export const openBadges2: ShapeReader = {
  name: 'open-badges-2',
  recognises: (json) => isAssertion(json) || isOpenBadges(json),
  read(secured, place, readers) {
    const { json, token } = secured;
    if (isAssertion(json)) {
      readers.found({
        ...place,
        standard: 'open-badges-2.0',
        json,
        securing: token ? securingOf(secured) : { kind: 'none' },
      });
    } else {
      const at = place.pointer === '' ? {} : { pointer: place.pointer };
      readers.problem({ code: 'not-a-credential', params: { ...at, reason: 'badge-without-recipient' } });
    }
  },
};

function isAssertion(json: JsonObject): boolean {
  const hasParts = json['recipient'] !== undefined && json['badge'] !== undefined;
  return (
    hasParts &&
    (typesOf(json).includes('Assertion') || json['verify'] !== undefined || json['verification'] !== undefined)
  );
}

function isOpenBadges(json: JsonObject): boolean {
  const ofBadges = contextUrlsOf(json).some((url) =>
    /^https?:\/\/(?:w3id\.org\/openbadges|openbadgespec\.org)/.test(url),
  );
  return ofBadges && typesOf(json).some((type) => ['Assertion', 'BadgeClass', 'Issuer', 'Profile'].includes(type));
}
