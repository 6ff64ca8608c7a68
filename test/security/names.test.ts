import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStatements, readStatementsHiding } from '../../main/core/skills/read-statements.ts';
import { POOL_FOLDER } from '../fixtures/make-pool.ts';
import { awardCredential } from '../fixtures/content/award.ts';
import { ISSUERS } from '../fixtures/content/issuers.ts';
import { secureCredential } from '../fixtures/content/secure.ts';
import { jsonOf, object } from './specimens.ts';
import { verify } from './sample-trust.ts';

describe('a name in free text', () => {
  it('is read from the signed subject and left out of what is matched', async () => {
    const path = 'candidates/o-07/design-2022.json';
    const [credential] = (await verify({ name: path, bytes: readFileSync(join(POOL_FOLDER, path)) })).credentials;
    if (credential === undefined) throw new Error('Expected a credential');
    expect(credential.subject.name).toBe('Paloma Sample');
    expect(credential.narrative?.text).toContain('Paloma');
    expect(JSON.stringify(readStatements(credential))).not.toMatch(/Paloma|Sample/);
  });

  it('is left out where only the employer’s manifest knows it', async () => {
    const narrative = 'Freya Sample ran the survey; Freya wrote the report. Ask freya.sample@people.example.';
    const plain = awardCredential({ definition: 'dashboards', on: '2025-03-19', narrative }, {}, 'names', '2.0');
    const signed = await secureCredential(plain, ISSUERS.harbourlight, '2.0', 'proof', '2025-03-19');
    const [credential] = (await verify(jsonOf('credential.json', object(signed)))).credentials;
    if (credential === undefined) throw new Error('Expected a credential');
    const statements = JSON.stringify(readStatementsHiding(credential, ['Freya Sample']));
    expect(statements).toContain('ran the survey');
    expect(statements).not.toMatch(/freya|sample/i);
  });
});
