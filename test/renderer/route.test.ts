import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hrefOf, ISSUERS_PARTS, MOST_COMPARED, parseRoute, START, type Route } from '../../renderer/app/route.ts';
import type { CandidateId, CredentialKey, JobId } from '../../shared/model/ids.ts';

const text = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' });
const candidate = text.map((id) => id as CandidateId);
const job = text.filter((id) => id !== 'new').map((id) => id as JobId);
const credential = text.map((id) => id as CredentialKey);

const route: fc.Arbitrary<Route> = fc.oneof(
  fc.constantFrom('import', 'candidates', 'jobs', 'model', 'settings', 'log').map((screen) => ({ screen })),
  fc.record({
    screen: fc.constant('candidate' as const),
    candidate,
    job: fc.option(job),
    credential: fc.option(credential),
  }),
  fc.record({ screen: fc.constant('search' as const), text: fc.option(text), like: fc.constant(null) }),
  fc.record({ screen: fc.constant('search' as const), text: fc.constant(null), like: candidate }),
  fc.record({ screen: fc.constant('job' as const), job: fc.option(job) }),
  fc.record({
    screen: fc.constant('compare' as const),
    job: fc.option(job),
    people: fc.array(candidate, { maxLength: MOST_COMPARED }),
  }),
  fc.record({ screen: fc.constant('issuers' as const), part: fc.constantFrom(...ISSUERS_PARTS) }),
  fc.oneof(
    fc.record({ screen: fc.constant('ranking' as const), job, candidate: fc.option(candidate) }),
    fc.constant({ screen: 'ranking' as const, job: null, candidate: null }),
  ),
);

describe('the address of a screen', () => {
  it('is read back as the screen that it was made of, whatever the ids hold', () => {
    fc.assert(
      fc.property(route, (there) => {
        expect(parseRoute(hrefOf(there))).toEqual(there);
      }),
    );
  });

  it('leads to the start when there is none, and nowhere when nobody knows it', () => {
    expect(parseRoute('')).toEqual(START);
    expect(parseRoute('#/')).toEqual(START);
    expect(parseRoute('#/issuers/somewhere')).toEqual({ screen: 'issuers', part: 'packs' });
    expect(parseRoute('#/somewhere')).toEqual({ screen: 'not-found' });
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (fragment) => void parseRoute(fragment)));
    expect(parseRoute('#/candidates/%E0%A4%A')).toMatchObject({ screen: 'candidate', candidate: '%E0%A4%A' });
  });
});
