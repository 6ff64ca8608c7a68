import type { Command } from 'commander';
import type { PackComparison } from '../../engine/issuer-packs/compare-packs.ts';
import { problemSentence } from '../../../shared/messages/problem-messages.ts';
import type { PackDifference } from '../../../shared/model/trust.ts';
import type { Run } from '../command-options.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { Failed } from '../open-client.ts';
import { readNeededFile } from '../read-paths.ts';
import { print, printJson } from '../terminal.ts';

/** `tessera pack compare`: what the newer of two packs changes. */
export function addPackCompareCommand(program: Command, run: Run): void {
  program
    .command('compare')
    .description('say what a newer pack holds that an older one does not, and the other way round')
    .argument('<old>', 'the older pack')
    .argument('<new>', 'the newer pack')
    .option('--json', 'print as JSON')
    .action((older: string, newer: string, options: { readonly json?: boolean }) =>
      run(() => compare(older, newer, options.json === true)),
    );
}

async function compare(older: string, newer: string, asJson: boolean): Promise<ExitCode> {
  const { comparePacks } = await import('../../engine/issuer-packs/compare-packs.ts');
  const compared = comparePacks(readNeededFile(older), readNeededFile(newer));
  if (!compared.ok) throw new Failed(problemSentence(compared.problem, [older, newer][compared.which]));
  if (asJson) printJson(compared.value);
  else print(describe(compared.value));
  return EXIT.done;
}

const WORDS: Readonly<Record<keyof PackDifference, string>> = {
  issuersAdded: 'New issuer',
  issuersRemoved: 'No longer an issuer',
  keysAdded: 'New key',
  keysRemoved: 'No longer a key',
  statusListsAdded: 'New status list',
  statusListsRemoved: 'No longer a status list',
  documentsAdded: 'New context or schema',
  documentsRemoved: 'No longer a context or schema',
  documentsChanged: 'Changed',
};

function describe({ sameSource, stepBack, publisherChanged, difference }: PackComparison): string {
  const fields = Object.keys(WORDS).filter((name) => name in difference) as (keyof PackDifference)[];
  const changes = fields.flatMap((field) => difference[field].map((id) => `${WORDS[field]}: ${id}`));
  return [
    ...(sameSource ? [] : ['They are packs of different sources: neither takes the place of the other.']),
    ...(stepBack ? ['The second is the older one: Tessera refuses it where the first is loaded.'] : []),
    ...(publisherChanged ? ['Who signed the first did not sign the second.'] : []),
    ...(changes.length === 0 ? ['They hold the same.'] : changes),
  ].join('\n');
}
