import type { Client } from '../../shared/api/client.ts';
import type { CandidateId } from '../../shared/model/ids.ts';
import { needed } from './open-client.ts';

/**
 * How each candidate is called in machine-readable output: by the employer's reference, else by the subject id of the
 * credentials, else by Tessera's own id. Never by name. In a blind workspace always by Tessera's id.
 */
export async function candidateLabels(client: Client): Promise<ReadonlyMap<CandidateId, string>> {
  const labels = new Map<CandidateId, string>();
  const taken = new Set<string>();
  for (const { candidate } of await needed(client.request('candidates.list', {}))) {
    const { credentials } = await needed(client.request('candidates.get', { candidate: candidate.id }));
    const subject = credentials.flatMap((credential) => credential.subject.id ?? [])[0] ?? null;
    const wanted = candidate.ref ?? subject ?? candidate.id;
    const label = taken.has(wanted) ? candidate.id : wanted;
    taken.add(label);
    labels.set(candidate.id, label);
  }
  return labels;
}

/** How people are called in text for people: by their neutral names. */
export async function candidatePseudonyms(client: Client): Promise<ReadonlyMap<CandidateId, string>> {
  const rows = await needed(client.request('candidates.list', {}));
  return new Map(rows.map(({ candidate }) => [candidate.id, candidate.pseudonym]));
}
