import { importing, verdicts } from '../../../shared/messages/ui.en.ts';
import type { FileResult, ImportReport } from '../../../shared/model/import.ts';
import { problemText } from '../../ui/problem-text.ts';

/** A report in lines that a recruiter can paste into a message to a candidate or to a colleague. */
export function reportAsText(report: ImportReport): string {
  return report.files.flatMap(linesOf).join('\n');
}

function linesOf(result: FileResult): string[] {
  return [
    ...result.credentials.map(
      ({ name, verdict, outcome }) =>
        `${result.file}: ${name ?? importing.unnamed} – ${verdicts[verdict]} – ${importing.outcomes[outcome]}`,
    ),
    ...result.problems.map((problem) => {
      const { what, next } = problemText(problem);
      return `${result.file}: ${what} ${next}`.trimEnd();
    }),
  ];
}
