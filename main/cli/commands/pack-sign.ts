import type { Command } from 'commander';
import type { PublisherIdentity } from '../../engine/issuer-packs/sign-pack.ts';
import type { Run } from '../command-options.ts';
import { parseInstant } from '../dates.ts';
import { EXIT, WrongUse, type ExitCode } from '../exit-codes.ts';
import { Failed } from '../open-client.ts';
import { problemSentence } from '../../../shared/messages/problem-messages.ts';
import { readNeededFile } from '../read-paths.ts';
import { print, printJson, tell } from '../terminal.ts';
import { writeResult, writeSecret } from '../write-file.ts';

interface KeygenOptions {
  readonly out: string;
  readonly json?: boolean;
}

/** `tessera pack keygen`: a publisher's key. */
export function addPackKeygenCommand(program: Command, run: Run): void {
  program
    .command('keygen')
    .description('make a publisher’s key for signing packs')
    .requiredOption('--out <file>', 'where the private key is written; never over a file that is there')
    .option('--json', 'print the fingerprint as JSON')
    .action(({ out, json }: KeygenOptions) =>
      run(async () => {
        const { createPublisherKey } = await import('../../engine/issuer-packs/sign-pack.ts');
        const { pem, ...identity } = createPublisherKey();
        writeSecret(out, pem);
        tell(`Written: ${out}. Keep it to yourself: whoever has it can publish in your name.`);
        printIdentity(identity, json === true);
        return EXIT.done;
      }),
    );
}

interface SignOptions {
  readonly key: string;
  readonly out?: string;
  readonly at?: string;
  readonly add?: boolean;
  readonly replace?: boolean;
  readonly json?: boolean;
}

/** `tessera pack sign`: a publisher's signature under a pack. */
export function addPackSignCommand(program: Command, run: Run): void {
  program
    .command('sign')
    .description('sign a pack and print the fingerprint that employers pin')
    .argument('<pack>', 'the pack')
    .requiredOption('--key <file>', 'the private key that “pack keygen” wrote')
    .option('--out <file>', 'where the signed pack is written (default: in place of the pack)')
    .option('--at <date>', 'date of the signature (default: now)')
    .option('--add', 'sign beside the signatures that are there')
    .option('--replace', 'sign in place of the signatures that are there')
    .option('--json', 'print the fingerprint as JSON')
    .action((pack: string, options: SignOptions) => run(() => sign(pack, options)));
}

async function sign(path: string, options: SignOptions): Promise<ExitCode> {
  const { key: keyFile, add = false, replace = false } = options;
  if (add && replace) throw new WrongUse('Give --add or --replace, not both.');
  const key = new TextDecoder().decode(readNeededFile(keyFile));
  const created = options.at === undefined ? new Date().toISOString() : parseInstant(options.at);
  const present = add ? 'keep' : replace ? 'replace' : 'refuse';
  const { signPack } = await import('../../engine/issuer-packs/sign-pack.ts');
  const signed = signPack({ pack: readNeededFile(path), key, created, present });
  if (!signed.ok) {
    const isKey = signed.problem.code === 'publisher-key-unreadable';
    throw new Failed(problemSentence(signed.problem, isKey ? keyFile : path));
  }
  const out = options.out ?? path;
  writeResult(out, signed.value.bytes);
  tell(`Signed: ${out}. Give employers the fingerprint by another way than the pack, to pin it.`);
  printIdentity(signed.value, options.json === true);
  return EXIT.done;
}

function printIdentity({ fingerprint, did }: PublisherIdentity, asJson: boolean): void {
  if (asJson) printJson({ fingerprint, did });
  else print(`Fingerprint: ${fingerprint}`);
}
