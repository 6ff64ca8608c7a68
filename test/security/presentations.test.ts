import { beforeAll, describe, expect, it } from 'vitest';
import type { NamedFile } from '../../main/core/ports.ts';
import type { Credential } from '../../shared/model/credential.ts';
import type { JsonObject } from '../../shared/model/json.ts';
import { PEOPLE } from '../fixtures/content/candidates.ts';
import { holderOf } from '../fixtures/content/hand-over.ts';
import { changed, THIEF } from '../fixtures/content/wrong-case.ts';
import { CREDENTIALS_V2 } from '../fixtures/signing/contexts.ts';
import { signJwt } from '../fixtures/signing/jwt.ts';
import { presentJson, presentJwt } from '../fixtures/signing/presentation.ts';
import { verify } from './sample-trust.ts';
import { jsonOf, object, secure, textOf } from './specimens.ts';

const CREATED = '2026-08-01T09:00:00Z';
const OWNER = holderOf(PEOPLE[0] ?? THIEF);
const OTHER = holderOf(THIEF);
let credential: JsonObject = {};
beforeAll(async () => {
  credential = object(await secure('wound-care', 'json'));
});

describe('who presents a credential', () => {
  it('is the person to whom it was issued', async () => {
    const own = await presentJson([credential], OWNER, CREATED, 'nonce');
    expect((await only(jsonOf('p.json', own))).report.checks.holder).toMatchObject({ state: 'pass' });
    const token = presentJwt([credential], OWNER, CREATED, 'nonce');
    expect((await only(textOf('p.jwt', token))).report.checks.holder).toMatchObject({ state: 'pass' });
  });

  it('may not be somebody else', async () => {
    for (const file of [
      jsonOf('p.json', await presentJson([credential], OTHER, CREATED, 'nonce')),
      textOf('p.jwt', presentJwt([credential], OTHER, CREATED, 'nonce')),
    ]) {
      const stolen = await only(file);
      expect(stolen.report.checks.holder).toMatchObject({ state: 'fail', code: 'holder-presented-by-other' });
      expect(stolen.report.verdict).toBe('not-valid');
    }
  });

  it('may not be somebody else who names the owner as holder', async () => {
    const pretender = { ...OTHER, did: OWNER.did };
    const signed = await only(jsonOf('p.json', await presentJson([credential], pretender, CREATED, 'nonce')));
    expect(signed.report.checks.holder).toMatchObject({ state: 'fail', code: 'holder-presentation-broken' });
    const token = await only(textOf('p.jwt', presentJwt([credential], pretender, CREATED, 'nonce')));
    expect(token.report.checks.holder).toMatchObject({ state: 'fail', code: 'holder-presentation-broken' });
  });

  it('may not be somebody else who forges the owner’s key id', async () => {
    const forged = { ...OWNER, key: OTHER.key };
    const signed = await only(jsonOf('p.json', await presentJson([credential], forged, CREATED, 'nonce')));
    expect(signed.report.checks.holder).toMatchObject({ state: 'fail', code: 'holder-presentation-broken' });
  });

  it('may not disagree with itself in a token', async () => {
    const vp = {
      '@context': [CREDENTIALS_V2],
      type: ['VerifiablePresentation'],
      holder: OWNER.did,
      verifiableCredential: [credential],
    };
    const token = await only(textOf('p.jwt', signJwt({ iss: OTHER.did, vp }, OTHER)));
    expect(token.report.checks.holder.state).toBe('fail');
  });

  it('is not known where nobody signed the presentation', async () => {
    const bare = {
      '@context': [CREDENTIALS_V2],
      type: ['VerifiablePresentation'],
      holder: OWNER.did,
      verifiableCredential: [credential],
    };
    expect((await only(jsonOf('p.json', bare))).report.checks.holder).toMatchObject({
      state: 'not-checked',
      code: 'holder-not-proved',
    });
  });

  it('is not known where the proof was made for another purpose', async () => {
    const own = await presentJson([credential], OWNER, CREATED, 'nonce');
    const other = await only(jsonOf('p.json', changed(own, ['proof', 'proofPurpose'], 'assertionMethod')));
    expect(other.report.checks.holder.state).not.toBe('pass');
  });

  it('does not carry over to a credential that was put in afterwards', async () => {
    const later = object(await secure('elder-care', 'json'));
    const own = await presentJson([credential], OWNER, CREATED, 'nonce');
    const { credentials } = await verify(jsonOf('p.json', changed(own, ['verifiableCredential'], [credential, later])));
    for (const each of credentials)
      expect(each.report.checks.holder).toMatchObject({ state: 'fail', code: 'holder-presentation-broken' });
  });

  it('proves nothing about the words: a changed credential in a presentation signed afterwards fails', async () => {
    const better = changed(credential, ['credentialSubject', 'achievement', 'name'], 'Astronaut Licence');
    const signed = await only(jsonOf('p.json', await presentJson([better], OWNER, CREATED, 'nonce')));
    expect(signed.report.checks.integrity).toMatchObject({ state: 'fail', code: 'signature-invalid' });
    expect(signed.content).toBe('withheld');
  });

  it('proves nothing for a credential without a signature of its own', async () => {
    const { proof: _proof, ...unsigned } = credential;
    const signed = await only(jsonOf('p.json', await presentJson([unsigned], OWNER, CREATED, 'nonce')));
    expect(signed.report.checks.integrity).toMatchObject({ state: 'not-checked', code: 'no-proof' });
    expect(signed.content).toBe('claimed');
  });
});

async function only(file: NamedFile): Promise<Credential> {
  const { credentials } = await verify(file);
  const [first] = credentials;
  if (first === undefined || credentials.length > 1) throw new Error('Expected one credential');
  return first;
}
