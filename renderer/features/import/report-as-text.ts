import { problemSentence } from '../../../shared/messages/problem-messages.ts';
import { importing, verdicts } from '../../../shared/messages/ui.en.ts';
import { withReadableDays } from '../../ui/format.ts';
import { importedName } from './result-groups.ts';
import type { FileResult, ImportReport } from '../../../shared/model/import.ts';

/** A report in lines that a recruiter can paste into a message to a candidate or to a colleague. */
export function reportAsText(report: ImportReport): string {
  return report.files.flatMap(linesOf).join('\n');
}

function linesOf(result: FileResult): string[] {
  return [
    ...result.credentials.map(
      ({ verdict, outcome, because = [], ...credential }) =>
        `${result.file}: ${importedName({ ...credential, because })} – ${verdicts[verdict]} – ${importing.outcomes[outcome]}${because.map(({ message }) => ` – ${withReadableDays(message)}`).join('')}`,
    ),
    ...result.problems.map((problem) => `${result.file}: ${problemSentence(problem, result.file)}`),
  ];
}
