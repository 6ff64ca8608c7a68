import type { Command } from 'commander';
import { problemSentence } from '../../../shared/messages/problem-messages.ts';
import { CHECK_AXES } from '../../../shared/model/check.ts';
import type { Credential } from '../../../shared/model/credential.ts';
import type { Problem } from '../../../shared/api/problems.ts';
import { parseInstant } from '../dates.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { Failed } from '../open-client.ts';
import { listFiles, readFileIfPossible, readNeededFile } from '../read-paths.ts';
import { print, printJson } from '../terminal.ts';
import { collect, type Run } from '../command-options.ts';

interface Options {
  readonly pack: readonly string[];
  readonly at?: string;
  readonly json?: boolean;
}

/** `tessera verify`: one line a credential, no workspace. */
export function addVerifyCommand(program: Command, run: Run): void {
  program
    .command('verify')
    .description('verify credentials offline and print one line for each')
    .argument('<path...>', 'files, folders or ZIP archives')
    .option('--pack <file>', 'issuer pack to trust (may be repeated)', collect, [])
    .option('--at <date>', 'judge as of this date instead of now')
    .option('--json', 'print JSON lines')
    .action((paths: readonly string[], options: Options) => run(() => verify(paths, options)));
}

async function verify(paths: readonly string[], options: Options): Promise<ExitCode> {
  const at = options.at === undefined ? new Date().toISOString() : parseInstant(options.at);
  const packs = options.pack.map((path) => ({ name: path, bytes: readNeededFile(path) }));
  const names = listFiles(paths);
  let refused = 0;
  const refuse = (file: string, problem: Problem) => {
    refused += 1;
    const message = problemSentence(problem, file);
    if (options.json === true) printJson({ file, problem: { code: problem.code, message } });
    else print(`${file}: ${message}`);
  };
  const files = names.map((name) => ({ name, read: () => readFileIfPossible(name) }));
  const { verifyFiles } = await import('../../engine/verify-paths.ts');
  const failure = await verifyFiles({ files, packs, at }, ({ file, credentials, problems }) => {
    for (const credential of credentials) {
      if (options.json === true) printJson(lineOf(file, credential, problems));
      else print(sentenceOf(file, credential));
    }
    if (credentials.length === 0) for (const problem of problems) refuse(file, problem);
  });
  if (failure !== null) throw new Failed(problemSentence(failure.problem, failure.pack));
  return refused > 0 ? EXIT.doneWithRefusedFiles : EXIT.done;
}

/** The form on which other tools rely; fields are added at the end and never renamed. */
function lineOf(file: string, credential: Credential, problems: readonly Problem[]) {
  const { report } = credential;
  return {
    file,
    pointer: credential.pointer,
    standard: credential.standard,
    container: credential.container,
    credentialId: credential.credentialId,
    issuer: credential.issuer.id,
    subject: credential.subject.id,
    verdict: report.verdict,
    checks: Object.fromEntries(
      CHECK_AXES.map((axis) => {
        const { state, code, message } = report.checks[axis];
        return [axis, { state, code, message }];
      }),
    ),
    unsignedPaths: report.unsignedPaths,
    recognition: report.recognition,
    at: report.at,
    ...(problems.length === 0
      ? {}
      : { problems: problems.map((one) => ({ code: one.code, message: problemSentence(one, file) })) }),
  };
}

function sentenceOf(file: string, credential: Credential): string {
  const { checks, verdict } = credential.report;
  const open = CHECK_AXES.map((axis) => checks[axis])
    .filter((check) => check.state !== 'pass' && check.state !== 'not-applicable')
    .map((check) => check.message);
  const place = credential.pointer === '' ? file : `${file} ${credential.pointer}`;
  return `${place}: ${verdict.replaceAll('-', ' ')}${open.length === 0 ? '' : ` — ${open.join(' ')}`}`;
}
