import { expect, it, vi } from 'vitest';
import { verifySecuring } from '../../../main/adapters/verification/secured.ts';
import { presentJson } from '../../fixtures/signing/presentation.ts';
import { ed25519TestKey } from '../../fixtures/signing/keys.ts';
import { CREATED, signedBadge, signerOf, verifyJson } from './example-credentials.ts';

// What runs is the real thing; it is only counted.
vi.mock('../../../main/adapters/verification/secured.ts', { spy: true });

it('a presentation is verified once, however many credentials are in it', async () => {
  const ids = ['1', '2', '3', '4', '5', '6'].map((digit) => `urn:uuid:0d5f0a60-0000-4000-8000-00000000010${digit}`);
  const members = await Promise.all(ids.map((id) => signedBadge({ id })));
  const presentation = await presentJson(members, signerOf(ed25519TestKey('holder')), CREATED, 'x');
  vi.mocked(verifySecuring).mockClear();
  const { credentials } = await verifyJson(presentation);
  const codes = credentials.map(({ report }) => report.checks.holder.code);
  expect(codes).toEqual(ids.map(() => 'holder-proved-earlier'));
  const uses = vi.mocked(verifySecuring).mock.calls.map(([, , question]) => question.use);
  expect(uses.filter((use) => use === 'presentation')).toHaveLength(1);
  expect(uses.filter((use) => use === 'credential')).toHaveLength(ids.length);
});
