import { CHECK_CODES } from '../../../main/core/verification/check-codes.ts';
import { createUnpacker } from '../../../main/adapters/formats/unpack-archive.ts';
import type { TrustContext, VerifiedFile, Verifier } from '../../../main/core/ports.ts';
import type { Credential } from '../../../shared/model/credential.ts';
import { NOBODY, whatIsRead } from '../sample-trust.ts';
import { FORGED, type Attack, type AttackedFile, type Landing } from './attack.ts';

/** What came of an attacked file, with all that is wrong about it; an attack that was warded off has no complaints. */
export interface Judgement {
  readonly attack: Attack;
  readonly file: AttackedFile;
  readonly milliseconds: number;
  readonly result: VerifiedFile;
  readonly complaints: readonly string[];
}

/** Verifies a file as the product does, archives unpacked, and holds the result against what the attack allows. */
export async function judge(
  attack: Attack,
  file: AttackedFile,
  verifier: Verifier,
  trust: TrustContext,
): Promise<Judgement> {
  const { files, problems } = await createUnpacker().unpack(file);
  const began = performance.now();
  const verified = await Promise.all(files.map((each) => verifier.verify(each, NOBODY, trust)));
  const milliseconds = performance.now() - began;
  const result: VerifiedFile = {
    file: file.name,
    credentials: verified.flatMap((each) => each.credentials),
    problems: [...problems.map((each) => each.problem), ...verified.flatMap((each) => each.problems)],
  };
  return { attack, file, milliseconds, result, complaints: complaintsOf(attack, file, result) };
}

function complaintsOf(attack: Attack, file: AttackedFile, result: VerifiedFile): readonly string[] {
  const targets = targetsOf(file, result);
  const landed = attack.lands.some((landing) => landsAt(landing, targets, result));
  return [
    ...(landed ? [] : [`landed nowhere it may: ${seen(targets, result)}`]),
    ...targets.flatMap((each) => verdictComplaint(attack, each)),
    ...result.credentials.flatMap((each) => wordsComplaint(attack, each)),
    ...result.problems.filter(({ code }) => code === 'internal').map(() => 'a fault of ours'),
  ];
}

/** The credential at the attacked place; where a file is one attack as a whole, all that came out of it. */
function targetsOf(file: AttackedFile, { credentials }: VerifiedFile): readonly Credential[] {
  const there = credentials.filter((each) => each.pointer === file.pointer);
  const entry = 'entry' in file && typeof file.entry === 'string' ? file.entry : '';
  return there.filter((each) => each.fileName.endsWith(entry));
}

function landsAt(landing: Landing, targets: readonly Credential[], { problems }: VerifiedFile): boolean {
  if (landing.kind === 'problem') return problems.some(({ code }) => landing.codes.includes(code));
  return targets.some(({ report }) => {
    const { code, state } = report.checks[landing.axis];
    return landing.codes.some(
      (each) => each === code && CHECK_CODES[each].axis === landing.axis && CHECK_CODES[each].state === state,
    );
  });
}

function verdictComplaint({ reservation }: Attack, { report }: Credential): readonly string[] {
  if (report.verdict === 'verified') return ['ended as verified'];
  if (report.verdict === 'verified-with-reservations' && reservation === null)
    return ['ended as verified with reservations'];
  return [];
}

/** Forged words may be called signed only where the forger signed them and the verdict says whose they are. */
function wordsComplaint({ ownWords }: Attack, credential: Credential): readonly string[] {
  const shown = credential.content === 'signed' && whatIsRead(credential).includes(FORGED);
  return shown && !ownWords ? ['forged words are shown as signed'] : [];
}

function seen(targets: readonly Credential[], { problems, credentials }: VerifiedFile): string {
  const checks = targets.map(
    ({ report }) =>
      `${report.verdict} [${Object.values(report.checks)
        .map(({ code }) => code)
        .join(' ')}]`,
  );
  const others = credentials.length - targets.length;
  return [...checks, ...problems.map(({ code }) => `problem ${code}`), `${others} others`].join('; ');
}
