import type { JobDraft } from '../../../shared/api/contract.ts';
import type { JobId, RequirementId } from '../../../shared/model/ids.ts';
import {
  requirementOfLine,
  type Job,
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
  readonly isChanged: boolean;
}

export interface Suggestion {
  readonly key: string;
  readonly line: SuggestedRequirement;
}

export type JobEditEvent =
  | { readonly type: 'titled'; readonly title: string }
  | { readonly type: 'fielded'; readonly field: string }
  | {
      readonly type: 'suggested';
      readonly title: string | null;
      readonly field: string | null;
      readonly lines: readonly SuggestedRequirement[];
    }
  | { readonly type: 'accepted'; readonly key: string; readonly spare: RequirementId }
  | { readonly type: 'rejected'; readonly key: string }
  | { readonly type: 'added'; readonly id: RequirementId; readonly text: string }
  | { readonly type: 'changed'; readonly requirement: Requirement }
  | { readonly type: 'removed'; readonly id: RequirementId }
  | { readonly type: 'saved'; readonly job: Job };

export const NEW_JOB: JobEdit = { title: '', field: '', requirements: [], suggestions: [], isChanged: false };

export function editOf(job: Job): JobEdit {
  return {
    title: job.title,
    field: job.field ?? '',
    requirements: job.requirements,
    suggestions: [],
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
        suggestions: event.lines.map((line, index) => ({ key: `${index} ${line.text}`, line })),
        isChanged: true,
      };
    case 'accepted': {
      const suggestion = edit.suggestions.find(({ key }) => key === event.key);
      if (suggestion === undefined) return edit;
      return {
        ...without(edit, event.key),
        requirements: [...edit.requirements, requirementOf(suggestion.line, event.spare, edit.requirements)],
        isChanged: true,
      };
    }
    case 'rejected':
      return without(edit, event.key);
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
      return { ...editOf(event.job), suggestions: edit.suggestions };
  }
}

/** A priority brings its usual weight along, unless the weight was set by hand. */
export function withPriority(requirement: Requirement, priority: Priority): Requirement {
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
  };
}
