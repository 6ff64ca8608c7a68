import type { ShortlistHead, ShortlistPerson } from '../../../shared/model/shortlist.ts';

/** One row for each person and requirement, flat, for tables. Every value is text or number; none is markup or formula. */
export interface ShortlistRow {
  readonly rank: number;
  readonly candidate: string;
  readonly name: string;
  readonly email: string;
  readonly reference: string;
  readonly band: string;
  readonly score: number;
  readonly mustHavesEvidenced: number;
  readonly mustHavesTotal: number;
  readonly shape: string;
  readonly requirement: string;
  readonly priority: string;
  readonly tier: string;
  readonly requirementBand: string;
  readonly strength: number;
  readonly points: number;
  readonly evidenced: string;
  readonly credential: string;
  readonly issuer: string;
  readonly verdict: string;
  readonly quote: string;
  readonly field: string;
}

/** The columns in order with their headings. The three that name a person are missing in a blind list, not empty. */
export function shortlistColumns(
  blind: boolean,
): readonly { readonly key: keyof ShortlistRow; readonly heading: string }[] {
  return COLUMNS.filter(({ key }) => !blind || !NAMING.has(key)).map(({ key, heading }) => ({ key, heading }));
}

/** A person whom no requirement was matched for still has one row: nobody is left out. */
export function shortlistRows(
  { job }: Pick<ShortlistHead, 'job'>,
  people: readonly ShortlistPerson[],
): readonly ShortlistRow[] {
  return people.flatMap((person) => {
    const { ranked } = person;
    const own = {
      rank: ranked.rank,
      candidate: person.label,
      name: person.name ?? '',
      email: person.email ?? '',
      reference: person.ref ?? '',
      band: ranked.band,
      score: round(ranked.score, 1),
      mustHavesEvidenced: ranked.mustHaves.evidenced,
      mustHavesTotal: ranked.mustHaves.total,
      shape: person.profile?.shape ?? '',
    };
    if (ranked.requirements.length === 0) return [{ ...own, ...NO_REQUIREMENT }];
    return ranked.requirements.map((match): ShortlistRow => ({
      ...own,
      requirement: match.requirementText,
      priority: job.requirements.find((one) => one.id === match.requirement)?.priority ?? '',
      tier: match.tier,
      requirementBand: match.band,
      strength: round(match.strength, 3),
      points: round(match.points, 1),
      evidenced: match.evidenced ? 'yes' : match.claimed ? 'claimed' : 'no',
      credential: match.evidence?.credentialName ?? '',
      issuer: match.evidence?.issuerName ?? '',
      verdict: match.evidence?.verdict ?? '',
      quote: match.evidence?.quote ?? '',
      field: match.evidence?.pointer ?? '',
    }));
  });
}

const COLUMNS: readonly { readonly key: keyof ShortlistRow; readonly heading: string }[] = [
  { key: 'rank', heading: 'Rank' },
  { key: 'candidate', heading: 'Candidate' },
  { key: 'name', heading: 'Name' },
  { key: 'email', heading: 'E-mail' },
  { key: 'reference', heading: 'Reference' },
  { key: 'band', heading: 'Band' },
  { key: 'score', heading: 'Points' },
  { key: 'mustHavesEvidenced', heading: 'Must-haves evidenced' },
  { key: 'mustHavesTotal', heading: 'Must-haves in all' },
  { key: 'shape', heading: 'T-profile' },
  { key: 'requirement', heading: 'Requirement' },
  { key: 'priority', heading: 'Priority' },
  { key: 'tier', heading: 'Found by' },
  { key: 'requirementBand', heading: 'Band of the requirement' },
  { key: 'strength', heading: 'Strength' },
  { key: 'points', heading: 'Points of the requirement' },
  { key: 'evidenced', heading: 'Evidenced' },
  { key: 'credential', heading: 'Credential' },
  { key: 'issuer', heading: 'Issuer' },
  { key: 'verdict', heading: 'Verdict' },
  { key: 'quote', heading: 'Quote' },
  { key: 'field', heading: 'Signed field' },
];

const NAMING: ReadonlySet<keyof ShortlistRow> = new Set(['name', 'email', 'reference']);

const NO_REQUIREMENT = {
  requirement: '',
  priority: '',
  tier: 'none',
  requirementBand: 'none',
  strength: 0,
  points: 0,
  evidenced: 'no',
  credential: '',
  issuer: '',
  verdict: '',
  quote: '',
  field: '',
} as const;

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
