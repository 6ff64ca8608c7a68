import { addingPack, issuers as words } from '../../../shared/messages/ui.en.ts';
import type { Instant } from '../../../shared/model/ids.ts';
import type { PackDifference, PackSummary } from '../../../shared/model/trust.ts';
import { daysBetween, formatDay } from '../../ui/format.ts';

/** `12 days old; out of date since 3 Nov 2026`, as of the day on which credentials are judged. */
export function ageOf(
  { retrievedAt, expiresAt }: Pick<PackSummary, 'retrievedAt' | 'expiresAt'>,
  today: Instant,
): string {
  return `${words.daysOld(daysBetween(retrievedAt, today))}; ${endOf(expiresAt, today)}`;
}

/** True where nothing that the pack says holds any longer. */
export function isOutOfDate({ expiresAt }: Pick<PackSummary, 'expiresAt'>, today: Instant): boolean {
  return expiresAt !== null && Date.parse(expiresAt) < Date.parse(today);
}

function endOf(expiresAt: Instant | null, today: Instant): string {
  if (expiresAt === null) return words.noExpiry;
  return isOutOfDate({ expiresAt }, today)
    ? words.outOfDate(formatDay(expiresAt))
    : words.goodUntil(formatDay(expiresAt));
}

/** One kind of difference between two packs: in words, and which ids it is about. */
export interface DifferenceLine {
  readonly words: string;
  readonly ids: readonly string[];
}

/** What one pack holds that the other does not, as far as there is anything. */
export function differenceLines(difference: PackDifference): readonly DifferenceLine[] {
  return KINDS.filter((kind) => difference[kind].length > 0).map((kind) => ({
    words: addingPack.difference[kind](difference[kind].length),
    ids: difference[kind],
  }));
}

/** What goes first: it is what can turn a good credential into a doubtful one. */
const KINDS = [
  'issuersRemoved',
  'keysRemoved',
  'statusListsRemoved',
  'documentsRemoved',
  'issuersAdded',
  'keysAdded',
  'statusListsAdded',
  'documentsAdded',
  'documentsChanged',
] as const satisfies readonly (keyof PackDifference)[];
