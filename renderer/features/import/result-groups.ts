import { importing } from '../../../shared/messages/ui.en.ts';
import { CHECK_AXES, type CheckAxis, type Verdict } from '../../../shared/model/check.ts';
import { isRefused, type FileResult, type ImportedCredential } from '../../../shared/model/import.ts';

/** What may come of a file: a verdict on something in it, or a refusal. In the order in which a person should look. */
export const RESULT_GROUPS = [
  'not-valid',
  'refused',
  'cannot-verify-offline',
  'verified-with-reservations',
  'verified',
] as const satisfies readonly (Verdict | 'refused')[];
export type ResultGroup = (typeof RESULT_GROUPS)[number];

export interface ResultFilter {
  readonly group: ResultGroup | 'all';
  /** Only what some check on this axis speaks against. */
  readonly axis: CheckAxis | 'any';
}

export const EVERYTHING: ResultFilter = { group: 'all', axis: 'any' };

/** How many files are in each group; a file with several credentials can be in several. */
export function groupCounts(files: readonly FileResult[]): Readonly<Record<ResultGroup, number>> {
  const count = (group: ResultGroup) => files.filter((file) => groupsOf(file).has(group)).length;
  return {
    'not-valid': count('not-valid'),
    refused: count('refused'),
    'cannot-verify-offline': count('cannot-verify-offline'),
    'verified-with-reservations': count('verified-with-reservations'),
    verified: count('verified'),
  };
}

/** The axes that speak against something in a group, with the number of files; in the order of a report. */
export function axisCounts(
  files: readonly FileResult[],
  group: ResultFilter['group'],
): readonly { readonly axis: CheckAxis; readonly count: number }[] {
  return CHECK_AXES.map((axis) => ({ axis, count: filtered(files, { group, axis }).length })).filter(
    ({ count }) => count > 0,
  );
}

/** The files that the filter lets through, each with only what it lets through of it; what needs a look first. */
export function filtered(files: readonly FileResult[], filter: ResultFilter): readonly FileResult[] {
  return files
    .flatMap((file) => partOf(file, filter) ?? [])
    .map((file) => ({ file, place: Math.min(...[...groupsOf(file)].map((group) => RESULT_GROUPS.indexOf(group))) }))
    .sort((one, other) => one.place - other.place)
    .map(({ file }) => file);
}

/** What a credential calls itself. Where its signature does not hold, its words are withheld, its name among them. */
export function importedName({ name, because = [] }: Pick<ImportedCredential, 'name' | 'because'>): string {
  if (name !== null) return name;
  const isBroken = because.some(({ axis, state }) => axis === 'integrity' && state === 'fail');
  return isBroken ? importing.withheld : importing.unnamed;
}

function groupsOf(file: FileResult): ReadonlySet<ResultGroup> {
  const groups = new Set<ResultGroup>(file.credentials.map(({ verdict }) => verdict));
  if (isRefused(file)) groups.add('refused');
  return groups;
}

function partOf(file: FileResult, { group, axis }: ResultFilter): FileResult | null {
  if (group === 'all' && axis === 'any') return file;
  if (group === 'refused') return axis === 'any' && isRefused(file) ? file : null;
  const credentials = file.credentials.filter(
    (credential) => (group === 'all' || credential.verdict === group) && (axis === 'any' || concerns(credential, axis)),
  );
  return credentials.length === 0 ? null : { ...file, credentials };
}

function concerns({ because = [] }: ImportedCredential, axis: CheckAxis): boolean {
  return because.some((finding) => finding.axis === axis);
}
