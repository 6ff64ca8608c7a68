import { entriesOf, type CheckCodes } from './check-code-entry.ts';

const entry = entriesOf('format');

/** Is this something that can be judged at all? */
export const FORMAT_CODES = {
  'format-read': entry('pass', 'It was read as {standard}, from a {container}.'),
  'format-not-read-again': entry(
    'not-checked',
    'The file could be read when it came in and can’t be read any more, so what was found then is not relied on.',
    'Import the file again to see what is wrong with it, or ask the candidate for the original.',
  ),
  'format-nested-context': entry(
    'fail',
    'The file gives its own words another meaning (at {pointer}), a known way to make a signature seem to cover what it does not.',
    'Ask the candidate for the original file from the issuer.',
  ),
  'format-forbidden-keyword': entry(
    'fail',
    'The file uses the keyword {keyword} at {pointer}, which can carry text that no signature covers.',
    'Ask the candidate for the original file from the issuer.',
  ),
  'format-limit-exceeded': entry(
    'fail',
    'The file has {count} {what}; at most {limit} are read.',
    'Ask the issuer for a plain copy of the credential.',
  ),
} as const satisfies CheckCodes;
