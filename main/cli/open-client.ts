import { availableParallelism } from 'node:os';
import { createClient, type Client } from '../../shared/api/client.ts';
import { createInProcessTransport } from '../../shared/api/in-process-transport.ts';
import type { Result } from '../../shared/api/problems.ts';
import { problemSentence } from '../../shared/messages/problem-messages.ts';
import type { Instant } from '../../shared/model/ids.ts';

export interface ClientOptions {
  readonly workspace: { readonly folder: string } | 'memory';
  readonly at?: Instant;
}

/** A command that could not be carried out, in words for the person. */
export class Failed extends Error {
  override readonly name = 'Failed';
}

/**
 * Opens an engine in this process, hands its client to `work`, and closes it whatever happens. The engine is loaded only
 * then, so that a command that needs none starts fast.
 */
export async function withClient<Value>(
  options: ClientOptions,
  work: (client: Client) => Promise<Value>,
): Promise<Value> {
  const [{ composeEngine }, { createEmbedder, MODEL_FOLDER_IN_SOURCES }, { createVerifierPool }] = await Promise.all([
    import('../engine/compose-engine.ts'),
    import('../engine/embedder-host.ts'),
    import('../engine/verifier-pool.ts'),
  ]);
  const embedder = await createEmbedder(MODEL_FOLDER_IN_SOURCES);
  const verifier = createVerifierPool({ workers: availableParallelism() });
  const engine = composeEngine({ ...options, embedder, verifier });
  if (!engine.ok) {
    await verifier.close();
    throw new Failed(problemSentence(engine.problem));
  }
  try {
    return await work(createClient(createInProcessTransport(engine.value.transport)));
  } finally {
    await engine.value.close();
  }
}

/** The value of an answer; a problem ends the command with its words. */
export async function needed<Value>(answer: Promise<Result<Value>>, subject?: string): Promise<Value> {
  const result = await answer;
  if (result.ok) return result.value;
  throw new Failed(problemSentence(result.problem, subject));
}
