const english = new Intl.PluralRules('en');
const number = new Intl.NumberFormat('en');

/** `counted(1, 'file', 'files')` → `1 file`; the number with its separators. */
export function counted(count: number, one: string, other: string): string {
  return `${number.format(count)} ${english.select(count) === 'one' ? one : other}`;
}
