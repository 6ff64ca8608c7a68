import type { Client } from '../../shared/api/client.ts';
import type { JobDraft } from '../../shared/api/contract.ts';
import { requirementOfLine, type Job } from '../../shared/model/job.ts';
import { needed } from './open-client.ts';
import { readNeededFile } from './read-paths.ts';

/**
 * Hands `work` the job of a file: Tessera's own form, CSV, a schema.org JobPosting, an HR Open JobDescription, or the
 * text of an ad. It stands in the workspace for as long as the work goes on.
 */
export async function useJobFile(client: Client, path: string, work: (job: Job) => Promise<void>): Promise<void> {
  const job = await needed(client.request('jobs.save', await readJobFile(client, path)), path);
  try {
    await work(job);
  } finally {
    await client.request('jobs.remove', { job: job.id });
  }
}

/** Reads a job file into a draft. Nobody is there to accept each line, so all that were read are taken. */
export async function readJobFile(client: Client, path: string): Promise<JobDraft> {
  const text = new TextDecoder().decode(readNeededFile(path));
  const { title, field, lines } = await needed(client.request('jobs.suggest', { text }), path);
  const requirements = lines.map(requirementOfLine).map((line) => ({
    ...line,
    alternatives: [...line.alternatives],
    frameworkIds: [...line.frameworkIds],
  }));
  return { id: null, title: title ?? path, field, requirements };
}
