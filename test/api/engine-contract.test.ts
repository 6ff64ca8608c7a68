import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract, type OperationName } from '../../shared/api/contract.ts';
import { openEngine, type TestEngine } from '../engine/open-engine.ts';
import { EXAMPLE_INPUTS, OPERATIONS } from './example-endpoint.ts';

let engine: TestEngine;
beforeAll(() => {
  engine = openEngine();
});
afterAll(() => engine.close());

describe('the engine', () => {
  it.each(OPERATIONS)('carries out %s or says in a code why not, and never breaks', async (operation) => {
    const answer = await engine.client.request(operation, EXAMPLE_INPUTS[operation] as never);
    if (!answer.ok) expect(ANSWERS_FOR_NOTHING).toContain(answer.problem.code);
    else if (contract[operation].kind === 'task') expect(answer.value).toEqual({ task: expect.any(String) });
  });

  it('answers every query of lists in an empty workspace', async () => {
    const lists: readonly OperationName[] = [
      'candidates.list',
      'jobs.list',
      'jobs.rules',
      'log.list',
      'tasks.list',
      'import.pending',
    ];
    for (const operation of lists) {
      expect(await engine.client.request(operation, EXAMPLE_INPUTS[operation] as never)).toMatchObject({ ok: true });
    }
  });
});

/** What the examples, which name things that are not there, may be answered. */
const ANSWERS_FOR_NOTHING = ['not-found', 'pack-malformed', 'job-malformed'];
