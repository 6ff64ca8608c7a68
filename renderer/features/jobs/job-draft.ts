import type { JobDraft } from '../../../shared/api/contract.ts';
import type { JobId, RequirementId } from '../../../shared/model/ids.ts';
import type { LineDecision } from '../../../shared/model/requirement-rule.ts';
import {
  requirementOfLine,
  type Job,
  type LeftOutSentence,
  type Priority,
  type Requirement,
  type SuggestedRequirement,
} from '../../../shared/model/job.ts';

/** A job while a person works on it. */
export interface JobEdit {
  readonly title: string;
  readonly field: string;
  readonly requirements: readonly Requirement[];
  /** Lines read out of an ad that wait for a yes or a no. */
  readonly suggestions: readonly Suggestion[];
  /** Sentences of the ad that no line was made of. */
  readonly leftOut: readonly LeftOutSentence[];
  /** Lines that were found beyond those that are suggested. */
  readonly beyond: number;
  /** What was said to lines so far; it teaches the workspace when the job is saved. */
  readonly answers: readonly Answer[];
  readonly isChanged: boolean;
}

export interface Suggestion {
  readonly key: string;
  /** As it stands now, with a person's corrections. */
  readonly line: SuggestedRequirement;
  /** As it was read; null for a sentence that a person made a line of. */
  readonly read: SuggestedRequirement | null;
}

/** A yes or a no to a suggested line. */
export interface Answer {
  /** As the reader suggested it; `null` where a person made the line of a sentence that was left out. */
  readonly suggested: Pick<SuggestedRequirement, 'kind' | 'priority'> | null;
  /** The words by which the reader will meet it again. */
  readonly text: string;
  /** The requirement that it became; null where it was refused. */
  readonly requirement: RequirementId | null;
}

export type JobEditEvent =
  | { readonly type: 'titled'; readonly title: string }
  | { readonly type: 'fielded'; readonly field: string }
  | {
      readonly type: 'suggested';
      readonly title: string | null;
      readonly field: string | null;
      readonly lines: readonly SuggestedRequirement[];
      readonly leftOut: readonly LeftOutSentence[];
      readonly beyond: number;
    }
  | { readonly type: 'accepted'; readonly key: string; readonly spare: RequirementId }
  | { readonly type: 'rejected'; readonly key: string }
  | { readonly type: 'corrected'; readonly key: string; readonly line: SuggestedRequirement }
  | { readonly type: 'taken'; readonly text: string }
  | { readonly type: 'added'; readonly id: RequirementId; readonly text: string }
  | { readonly type: 'changed'; readonly requirement: Requirement }
  | { readonly type: 'removed'; readonly id: RequirementId }
  | { readonly type: 'saved'; readonly job: Job };

const NOTHING_READ = { suggestions: [], leftOut: [], beyond: 0, answers: [] } as const;

export const NEW_JOB: JobEdit = { title: '', field: '', requirements: [], ...NOTHING_READ, isChanged: false };

export function editOf(job: Job): JobEdit {
  return {
    title: job.title,
    field: job.field ?? '',
    requirements: job.requirements,
    ...NOTHING_READ,
    isChanged: false,
  };
}

/** What a requirement of each priority weighs until a person says otherwise (matching.md, point 7 of Scoring). */
export const USUAL_WEIGHT: Readonly<Record<Priority, number>> = { must: 1, want: 0.4, trainable: 0.2 };

export function stepJobEdit(edit: JobEdit, event: JobEditEvent): JobEdit {
  switch (event.type) {
    case 'titled':
      return { ...edit, title: event.title, isChanged: true };
    case 'fielded':
      return { ...edit, field: event.field, isChanged: true };
    case 'suggested':
      return {
        ...edit,
        // What a person has written stands above what a machine has read.
        title: edit.title.trim() === '' ? (event.title ?? '') : edit.title,
        field: edit.field === '' ? (event.field ?? '') : edit.field,
        suggestions: event.lines.map((line, index) => ({ key: `${index} ${line.text}`, line, read: line })),
        leftOut: event.leftOut,
        beyond: event.beyond,
        isChanged: true,
      };
    case 'accepted': {
      const suggestion = edit.suggestions.find(({ key }) => key === event.key);
      if (suggestion === undefined) return edit;
      const requirement = requirementOf(suggestion.line, event.spare, edit.requirements);
      return {
        ...without(edit, event.key),
        requirements: [...edit.requirements, requirement],
        answers: [...edit.answers, answerTo(suggestion, requirement.id)],
        isChanged: true,
      };
    }
    case 'rejected': {
      const suggestion = edit.suggestions.find(({ key }) => key === event.key);
      if (suggestion === undefined) return edit;
      return { ...without(edit, event.key), answers: [...edit.answers, answerTo(suggestion, null)], isChanged: true };
    }
    case 'corrected':
      return {
        ...edit,
        suggestions: edit.suggestions.map((one) => (one.key === event.key ? { ...one, line: event.line } : one)),
      };
    case 'taken':
      return taken(edit, event.text);
    case 'added':
      return { ...edit, requirements: [...edit.requirements, byHand(event.text, event.id)], isChanged: true };
    case 'changed':
      return {
        ...edit,
        requirements: edit.requirements.map((one) => (one.id === event.requirement.id ? event.requirement : one)),
        isChanged: true,
      };
    case 'removed':
      return { ...edit, requirements: edit.requirements.filter(({ id }) => id !== event.id), isChanged: true };
    case 'saved':
      return { ...editOf(event.job), suggestions: edit.suggestions, leftOut: edit.leftOut, beyond: edit.beyond };
  }
}

/** A priority brings its usual weight along, unless the weight was set by hand. */
export function withPriority<Line extends Requirement>(requirement: Line, priority: Priority): Line {
  const isUsual = requirement.weight === USUAL_WEIGHT[requirement.priority];
  return { ...requirement, priority, weight: isUsual ? USUAL_WEIGHT[priority] : requirement.weight };
}

/** The job as the engine takes it, or why it can't be saved yet. */
export function draftOf(edit: JobEdit, id: JobId | null): JobDraft | 'no-title' | 'no-lines' | 'empty-line' {
  const title = edit.title.trim();
  if (title === '') return 'no-title';
  if (edit.requirements.length === 0) return 'no-lines';
  if (edit.requirements.some(({ text }) => text.trim() === '')) return 'empty-line';
  const field = edit.field.trim();
  return {
    id,
    title,
    field: field === '' ? null : field,
    requirements: edit.requirements.map((requirement) => ({
      ...requirement,
      text: requirement.text.trim(),
      alternatives: requirement.alternatives.map((text) => text.trim()).filter((text) => text !== ''),
      frameworkIds: [...requirement.frameworkIds],
    })),
  };
}

/**
 * What the answers teach: a refused line is no requirement, and one whose kind or priority a person changed is what
 * they made of it. A line that was taken off again after it was accepted says nothing.
 */
export function decisionsOf(edit: JobEdit): LineDecision[] {
  return edit.answers.flatMap(({ suggested, text, requirement }): LineDecision[] => {
    if (requirement === null) return [{ text, accepted: false, kind: null, priority: null }];
    const now = edit.requirements.find(({ id }) => id === requirement);
    if (now === undefined) return [];
    return [
      {
        text,
        accepted: true,
        kind: now.kind === suggested?.kind ? null : now.kind,
        priority: now.priority === suggested?.priority ? null : now.priority,
      },
    ];
  });
}

function answerTo({ read, line }: Suggestion, requirement: RequirementId | null): Answer {
  return { suggested: read, text: read?.text ?? line.sourceSentence, requirement };
}

/** A sentence that was left out becomes a line to decide on, first in the list, where the focus can go to it. */
function taken(edit: JobEdit, text: string): JobEdit {
  const line: SuggestedRequirement = {
    ...byHand(text, `taken-${text}`.slice(0, 100) as RequirementId),
    sourceSentence: text,
    warnings: [],
    years: null,
    statedLevel: null,
    rule: null,
  };
  return {
    ...edit,
    leftOut: edit.leftOut.filter((sentence) => sentence.text !== text),
    suggestions: [{ key: `taken ${text}`, line, read: null }, ...edit.suggestions],
    isChanged: true,
  };
}

function without(edit: JobEdit, key: string): JobEdit {
  return { ...edit, suggestions: edit.suggestions.filter((suggestion) => suggestion.key !== key) };
}

/** The line as it was read. Its own id stays, so that a job file is the same job here; a second copy takes the `spare`. */
function requirementOf(line: SuggestedRequirement, spare: RequirementId, there: readonly Requirement[]): Requirement {
  const requirement = requirementOfLine(line);
  return there.some(({ id }) => id === line.id) ? { ...requirement, id: spare } : requirement;
}

function byHand(text: string, id: RequirementId): Requirement {
  return {
    id,
    text,
    kind: 'skill',
    priority: 'want',
    weight: USUAL_WEIGHT.want,
    level: null,
    alternatives: [],
    frameworkIds: [],
    maxAgeYears: null,
    sourceSentence: null,
    years: null,
    statedLevel: null,
  };
}
