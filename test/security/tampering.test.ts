import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Credential } from '../../shared/model/credential.ts';
import type { Json } from '../../shared/model/json.ts';
import { changed } from '../fixtures/content/wrong-case.ts';
import { leavesOf, makeSpecimens, type Specimen } from './specimens.ts';
import { codesOf, verify, whatIsRead } from './sample-trust.ts';

const NAMES = [
  'JSON, eddsa-rdfc-2022',
  'JSON, Ed25519Signature2020',
  'VC-JWT, ES256',
  'VC-JWT, EdDSA',
  'VC-JWT, RS256',
  'VC-JWT with a vc claim',
  'PNG with JSON',
  'SVG with JSON',
  'PNG with a token',
  'SVG with a token',
  'presentation',
  'presentation as a token',
  'learner record',
  'learner record as a token',
];

let specimens: ReadonlyMap<string, Specimen> = new Map();
beforeAll(async () => {
  specimens = new Map((await makeSpecimens()).map((specimen) => [specimen.name, specimen]));
});

describe.each(NAMES)('a change after signing: %s', (name) => {
  const specimen = (): Specimen => specimens.get(name) ?? fail(`No specimen ${name}`);

  it('has a genuine specimen that proves itself', async () => {
    const { credentials, problems } = await verify(specimen().build(specimen().json));
    expect(problems).toEqual([]);
    expect(credentials.length).toBeGreaterThan(0);
    for (const credential of credentials) expect(codesOf(credential)).toContain('signature-valid');
  });

  it('fails the integrity of whatever the changed value belongs to, for every value', async () => {
    const { json, build } = specimen();
    const survivors: string[] = [];
    for (const path of leavesOf(json)) {
      const { credentials } = await verify(build(changed(json, path, otherThan(valueAt(json, path)))));
      const owner = ownerOf(path, credentials);
      if (owner !== null && !isCaught(owner, path)) survivors.push(`${path.join('/')}: ${codesOf(owner).join(' ')}`);
    }
    expect(survivors).toEqual([]);
  });

  it('never lets a flipped byte of the file change what is read', async () => {
    const { json, build } = specimen();
    const genuine = build(json);
    const expected = new Map((await verify(genuine)).credentials.map((each) => [each.pointer, whatIsRead(each)]));
    await fc.assert(
      fc.asyncProperty(fc.nat(genuine.bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
        const bytes = Uint8Array.from(genuine.bytes);
        bytes[at] = (bytes[at] ?? 0) ^ mask;
        for (const credential of (await verify({ name: genuine.name, bytes })).credentials) {
          if (credential.content === 'signed') expect(whatIsRead(credential)).toBe(expected.get(credential.pointer));
          else expect(credential.report.verdict).not.toBe('verified');
        }
      }),
      { numRuns: 40, seed: 20260901 },
    );
  });
});

/**
 * The credential whose own signature covers the value: the innermost one around it. Null where none is read any more,
 * or where the value belongs to a wrapper or a presentation, which prove nothing about the words of a credential.
 */
function ownerOf(path: readonly (string | number)[], credentials: readonly Credential[]): Credential | null {
  const pointer = `/${path.join('/')}`.replace(/^\/(?:vc|vp)\//, '/');
  // A token in a presentation is wrapped; its words are all in the wrapper's `id`.
  if (/^\/verifiableCredential\/1\/(@context|type)/.test(pointer)) return null;
  const around = credentials.filter((each) => each.pointer === '' || `${pointer}/`.startsWith(`${each.pointer}/`));
  return around.toSorted((a, b) => b.pointer.length - a.pointer.length)[0] ?? null;
}

/**
 * A changed value of the content fails. A change in what says how to check (the proof, the vocabulary, a type, whose
 * key) may leave nothing to check with: then the words count as unproven, never as signed.
 */
function isCaught({ content, report }: Credential, path: readonly (string | number)[]): boolean {
  const { integrity, format } = report.checks;
  if (integrity.state === 'fail' || format.state === 'fail')
    return content === 'withheld' && report.verdict === 'not-valid';
  const saysHow =
    path.some((step) => ['proof', '@context', 'type'].includes(String(step))) ||
    /(^|\/)(iss|issuer\/id)$/.test(path.join('/'));
  return saysHow && integrity.state === 'not-checked' && content === 'claimed' && report.verdict !== 'verified';
}

function otherThan(value: Json): Json {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  return `${String(value)}x`;
}

function valueAt(json: Json, path: readonly (string | number)[]): Json {
  return path.reduce<Json>((value, step) => {
    const member: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined;
    return member as Json;
  }, json);
}

function fail(message: string): never {
  throw new Error(message);
}
