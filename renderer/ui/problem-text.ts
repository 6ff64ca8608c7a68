import type { Problem } from '../../shared/api/problems.ts';

/** What happened, and what to do next. */
export function problemText(problem: Problem): { readonly what: string; readonly next: string } {
  return { what: problem.code, next: '' };
}
