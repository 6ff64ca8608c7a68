import { z } from 'zod';
import { DEFAULT_SETTINGS } from '../engine/default-settings.ts';
import type { Client } from '../../shared/api/client.ts';
import type { JobDraft } from '../../shared/api/contract.ts';
import type { RequirementId } from '../../shared/model/ids.ts';
import { PRIORITIES, REQUIREMENT_KINDS, type Job } from '../../shared/model/job.ts';
import { needed } from './open-client.ts';
import { readNeededFile } from './read-paths.ts';

/**
 * Hands `work` the job of a file: Tessera's own form, a schema.org JobPosting, or the plain text of an ad. It stands in
 * the workspace for as long as the work goes on.
 */
export async function useJobFile(client: Client, path: string, work: (job: Job) => Promise<void>): Promise<void> {
  const draft = await readJobFile(client, path);
  const job = await needed(client.request('jobs.save', draft), path);
  try {
    await work(job);
  } finally {
    await client.request('jobs.remove', { job: job.id });
  }
}

/** Reads a job file into a draft. */
export async function readJobFile(client: Client, path: string): Promise<JobDraft> {
  const text = new TextDecoder().decode(readNeededFile(path));
  const own = readOwnForm(text);
  if (own !== null) return own;
  // Nobody is there to accept each line, so all that were read are taken.
  const { title, field, lines } = await needed(client.request('jobs.suggest', { text }), path);
  const requirements = lines.map(({ warnings: _, ...line }, index) => ({
    ...line,
    id: numbered(index),
    weight: DEFAULT_SETTINGS.weights[line.priority],
    maxAgeYears: null,
  }));
  return { id: null, title: title ?? path, field, requirements: requirements.map(mutable) };
}

/** Tessera's own form; what is left out has the value that the app would give it. */
const ownForm = z.object({
  title: z.string().min(1),
  field: z.string().nullable().default(null),
  requirements: z.array(
    z.object({
      id: z.string().min(1).optional(),
      text: z.string().min(1),
      kind: z.enum(REQUIREMENT_KINDS).default('skill'),
      priority: z.enum(PRIORITIES).default('must'),
      weight: z.number().min(0).max(1).optional(),
      level: z.number().int().min(1).max(8).nullable().default(null),
      alternatives: z.array(z.string()).default([]),
      frameworkIds: z.array(z.string()).default([]),
      maxAgeYears: z.number().min(0).nullable().default(null),
      sourceSentence: z.string().nullable().default(null),
    }),
  ),
});

function readOwnForm(text: string): JobDraft | null {
  const parsed = ownForm.safeParse(parseJson(text));
  if (!parsed.success) return null;
  const { title, field, requirements } = parsed.data;
  return {
    id: null,
    title,
    field,
    requirements: requirements.map((one, index) => ({
      ...one,
      id: one.id === undefined ? numbered(index) : (one.id as RequirementId),
      weight: one.weight ?? DEFAULT_SETTINGS.weights[one.priority],
    })),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function numbered(index: number): RequirementId {
  return `R${String(index + 1).padStart(2, '0')}` as RequirementId;
}

function mutable<Line extends { readonly alternatives: readonly string[]; readonly frameworkIds: readonly string[] }>(
  line: Line,
) {
  return { ...line, alternatives: [...line.alternatives], frameworkIds: [...line.frameworkIds] };
}
