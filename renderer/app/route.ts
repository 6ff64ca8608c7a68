import type { CandidateId, CredentialKey, JobId } from '../../shared/model/ids.ts';

/** The place in the app at which a person is; the address bar's fragment holds it, so that back and reload work. */
export type Route =
  | { readonly screen: 'import' }
  | { readonly screen: 'candidates' }
  | {
      readonly screen: 'candidate';
      readonly candidate: CandidateId;
      /** The job against which the person is read. */
      readonly job: JobId | null;
      /** The credential whose trust panel is open. */
      readonly credential: CredentialKey | null;
    }
  /** People by a text, or `like` somebody; never both. */
  | { readonly screen: 'search'; readonly text: string | null; readonly like: CandidateId | null }
  | { readonly screen: 'jobs' }
  /** `job: null` is a new one. */
  | { readonly screen: 'job'; readonly job: JobId | null }
  | { readonly screen: 'ranking'; readonly job: JobId | null; readonly candidate: CandidateId | null }
  /** Up to five people side by side for a job. */
  | { readonly screen: 'compare'; readonly job: JobId | null; readonly people: readonly CandidateId[] }
  | { readonly screen: 'issuers'; readonly part: IssuersPart }
  | { readonly screen: 'model' }
  | { readonly screen: 'settings' }
  | { readonly screen: 'log' }
  | { readonly screen: 'not-found' };
export type Screen = Route['screen'];

/** The parts of the screen Issuers; the first is where one arrives. */
export const ISSUERS_PARTS = ['packs', 'seen', 'policy', 'missing'] as const;
export type IssuersPart = (typeof ISSUERS_PARTS)[number];

/** More would be no picture any more. */
export const MOST_COMPARED = 5;

export const START: Route = { screen: 'import' };

/** `#/candidates/01J…?job=01K…` → route; whatever does not fit is `not-found`. */
export function parseRoute(fragment: string): Route {
  const [path = '', search = ''] = fragment.replace(/^#?\/?/, '').split('?', 2);
  const [screen = '', id] = path.split('/').map(decode);
  const query = new URLSearchParams(search);
  switch (screen) {
    case '':
      return START;
    case 'import':
    case 'model':
    case 'settings':
    case 'log':
      return { screen };
    case 'candidates':
      return id === undefined
        ? { screen }
        : {
            screen: 'candidate',
            candidate: id as CandidateId,
            job: query.get('job') as JobId | null,
            credential: query.get('credential') as CredentialKey | null,
          };
    case 'search': {
      const like = query.get('like') as CandidateId | null;
      const text = query.get('text');
      return { screen, text: like === null && text !== '' ? text : null, like };
    }
    case 'issuers':
      return { screen, part: ISSUERS_PARTS.find((part) => part === id) ?? 'packs' };
    case 'jobs':
      return id === undefined ? { screen } : { screen: 'job', job: id === 'new' ? null : (id as JobId) };
    case 'ranking':
      return {
        screen,
        job: id === undefined ? null : (id as JobId),
        candidate: query.get('candidate') as CandidateId | null,
      };
    case 'compare':
      return {
        screen,
        job: id === undefined ? null : (id as JobId),
        people: query.getAll('person').slice(0, MOST_COMPARED) as readonly string[] as readonly CandidateId[],
      };
    default:
      return { screen: 'not-found' };
  }
}

/** The fragment that {@link parseRoute} reads back as this route. */
export function hrefOf(route: Route): string {
  switch (route.screen) {
    case 'candidate':
      return `#/candidates/${encodeURIComponent(route.candidate)}${queryOf({ job: route.job, credential: route.credential })}`;
    case 'search':
      return `#/search${queryOf({ text: route.text, like: route.like })}`;
    case 'issuers':
      return route.part === 'packs' ? '#/issuers' : `#/issuers/${route.part}`;
    case 'job':
      return `#/jobs/${route.job === null ? 'new' : encodeURIComponent(route.job)}`;
    case 'ranking':
      return route.job === null
        ? '#/ranking'
        : `#/ranking/${encodeURIComponent(route.job)}${queryOf({ candidate: route.candidate })}`;
    case 'compare': {
      const people = new URLSearchParams(route.people.map((person) => ['person', person]));
      const job = route.job === null ? '' : `/${encodeURIComponent(route.job)}`;
      return `#/compare${job}${people.size === 0 ? '' : `?${people}`}`;
    }
    default:
      return `#/${route.screen}`;
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function queryOf(values: Readonly<Record<string, string | null>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value !== null) query.set(name, value);
  return query.size === 0 ? '' : `?${query}`;
}
