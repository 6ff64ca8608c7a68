import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDocument } from '../../../main/adapters/formats/open-document.ts';
import { processDisclosures } from '../../../main/adapters/formats/sd-jwt/process-disclosures.ts';
import { verifyFile } from '../../../main/engine/verify-file.ts';
import type { Json, JsonObject } from '../../../shared/model/json.ts';
import { base64url, didKey, ed25519TestKey, p256TestKey } from '../../fixtures/signing/keys.ts';
import { bindSdJwt, digestOf, encodeDisclosure, issueSdJwt, presentSdJwt } from '../../fixtures/signing/sd-jwt.ts';
import { NO_TRUST } from '../../conformance/sample-data.ts';
import { textFile } from './build-containers.ts';

const names = fc.constantFrom('a', 'b', 'c', 'vct', 'iss', 'achievement', 'status');

/** A value of which every part is open or can be kept back, each part with a mark of its own. */
interface Node {
  readonly hidden: boolean;
  readonly value: string | readonly Node[] | Readonly<Record<string, Node>>;
}
const { node } = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.record({
    hidden: fc.boolean(),
    value: fc.oneof(
      { depthSize: 'small' },
      fc.uuid(),
      fc.array(tie('node'), { maxLength: 3 }),
      fc.dictionary(names, tie('node'), { maxKeys: 3 }),
    ),
  }),
}));
const tree = fc.dictionary(names, node, { maxKeys: 4 });

/** A disclosure, and the one inside whose value its digest stands. */
interface Made {
  readonly disclosure: string;
  readonly parent: string | null;
}

describe('the disclosures of any SD-JWT', () => {
  it('give the claims back that went in, in whatever order they come', () => {
    fc.assert(
      fc.property(tree, fc.infiniteStream(fc.nat()), (claims, order) => {
        const { payload, made } = pack(claims);
        const disclosures = made.map(({ disclosure }) => ({ disclosure, at: order.next().value }));
        const shuffled = disclosures.toSorted((one, other) => one.at - other.at).map(({ disclosure }) => disclosure);
        const processed = processDisclosures(payload, shuffled);
        expect(processed).toMatchObject({ accepted: true, keptBack: 0 });
        expect(processed.accepted && processed.payload).toEqual(plain(claims));
      }),
      { numRuns: 300 },
    );
  });

  it('show nothing of what was kept back', () => {
    fc.assert(
      fc.property(tree, fc.infiniteStream(fc.boolean()), (claims, choice) => {
        const { payload, made } = pack(claims);
        const given = made.filter(() => choice.next().value === true);
        const kept = made.filter((each) => !given.includes(each));
        const orphaned = given.some(({ parent }) => parent !== null && kept.some((each) => each.disclosure === parent));
        const processed = processDisclosures(
          payload,
          given.map(({ disclosure }) => disclosure),
        );
        expect(processed.accepted).toBe(!orphaned);
        if (!processed.accepted) return;
        const shown = JSON.stringify(processed.payload);
        expect(shown).not.toMatch(/"_sd"|"\.\.\."|"_sd_alg"/);
        for (const { disclosure } of kept) expect(shown).not.toContain(ownMark(disclosure));
      }),
      { numRuns: 300 },
    );
  });

  it('are refused, or leave no digest behind, whatever stands where', () => {
    const keys = fc.constantFrom('_sd', '...', '_sd_alg', 'a', 'vct', '__proto__');
    const digests = fc.constantFrom('AAAA', digestOf('WyJzIiwiYSIsMV0'), digestOf('WyJzIiwxXQ'));
    const { value } = fc.letrec<{ value: Json }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom<Json>(null, 1, 'sha-256', true),
        digests,
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(keys, tie('value'), { maxKeys: 3 }),
      ),
    }));
    const disclosures = fc.array(
      fc.oneof(
        fc.constantFrom('WyJzIiwiYSIsMV0', 'WyJzIiwxXQ', ''),
        fc.json().map((json) => base64url(Buffer.from(`["salt",${json}]`))),
      ),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(fc.dictionary(keys, value, { maxKeys: 4 }), disclosures, (payload, given) => {
        const processed = processDisclosures(payload, given);
        if (processed.accepted) expect(keysIn(processed.payload)).not.toEqual(expect.arrayContaining(['...']));
        if (processed.accepted) expect(keysIn(processed.payload)).not.toEqual(expect.arrayContaining(['_sd']));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('any SD-JWT', () => {
  const issuer = ed25519TestKey('fuzzed issuer');
  const holder = p256TestKey('fuzzed holder');
  const signer = { key: issuer, ...didKey(issuer) };
  const claims: JsonObject = {
    iss: signer.did,
    vct: 'urn:example:badge',
    cnf: { jwk: holder.publicJwk },
    achievement: { type: ['Achievement'], name: 'Weaving' },
    role: 'Weaver',
  };
  const compact = bindSdJwt(presentSdJwt(issueSdJwt(claims, ['achievement', 'role'], signer)), holder);

  it('is seen to be another one when a single character of it changes', async () => {
    const character = fc.constantFrom(...'AZaz09-_.~ {"');
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: compact.length - 1 }), character, async (at, other) => {
        fc.pre(compact.charAt(at) !== other);
        const changed = `${compact.slice(0, at)}${other}${compact.slice(at + 1)}`;
        const file = { name: 'a.txt', bytes: Buffer.from(changed) };
        const { credentials, problems } = await verifyFile(file, { emails: [], subjectIds: [] }, NO_TRUST);
        const [credential] = credentials;
        if (credential === undefined) {
          expect(problems).toHaveLength(1);
          return;
        }
        const { checks, verdict } = credential.report;
        // A key binding whose method became an unknown one can't be checked; all else that changes is broken.
        if (verdict === 'not-valid') return;
        expect(checks.holder.code).toBe('holder-key-not-checked');
        expect(at).toBeGreaterThan(compact.lastIndexOf('~'));
      }),
      { numRuns: 400 },
    );
  });

  it('survives characters changed, removed, inserted and cut off', () => {
    const edit = fc.record({
      at: fc.nat({ max: compact.length }),
      remove: fc.nat({ max: 40 }),
      insert: fc.oneof(fc.constantFrom('~', '.', '~~', compact), fc.string({ maxLength: 6 })),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        const text = edits.reduce(
          (now, { at, remove, insert }) => now.slice(0, at) + insert + now.slice(at + remove),
          compact,
        );
        const { found, problems } = openDocument(textFile(text));
        expect(found.length + problems.length).toBeGreaterThan(0);
        expect(problems.map(({ code }) => code)).not.toContain('internal');
      }),
      { numRuns: 2000 },
    );
  });
});

/** Makes a payload of digests out of a tree, as an issuer would. */
function pack(claims: Readonly<Record<string, Node>>): {
  readonly payload: JsonObject;
  readonly made: readonly Made[];
} {
  const made: Made[] = [];
  let salts = 0;
  const disclose = (parts: readonly Json[], inner: readonly string[], parentless: string[]): string => {
    const disclosure = encodeDisclosure([`salt-${(salts += 1)}-mark`, ...parts]);
    for (const [index, each] of made.entries()) {
      if (inner.includes(each.disclosure)) made[index] = { ...each, parent: disclosure };
    }
    made.push({ disclosure, parent: null });
    parentless.push(disclosure);
    return digestOf(disclosure);
  };
  const valueOf = (each: Node, open: string[]): Json => {
    if (typeof each.value === 'string') return each.value;
    if (isNodes(each.value)) {
      return each.value.map((item): Json => {
        if (!item.hidden) return valueOf(item, open);
        const inner: string[] = [];
        const value = valueOf(item, inner);
        return { '...': disclose([value], inner, open) };
      });
    }
    return objectOf(each.value, open);
  };
  const objectOf = (members: Readonly<Record<string, Node>>, open: string[]): JsonObject => {
    const packed: Record<string, Json> = {};
    const digests: string[] = [];
    for (const [name, member] of Object.entries(members)) {
      const inner: string[] = [];
      if (member.hidden) digests.push(disclose([name, valueOf(member, inner)], inner, open));
      else packed[name] = valueOf(member, open);
    }
    return digests.length === 0 ? packed : { ...packed, _sd: digests };
  };
  return { payload: objectOf(claims, []), made };
}

function plain(claims: Readonly<Record<string, Node>>): JsonObject {
  return Object.fromEntries(Object.entries(claims).map(([name, each]) => [name, plainValue(each)]));
}

function plainValue({ value }: Node): Json {
  if (typeof value === 'string') return value;
  return isNodes(value) ? value.map(plainValue) : plain(value);
}

function isNodes(value: Node['value']): value is readonly Node[] {
  return Array.isArray(value);
}

/** A text that stands in this disclosure alone: a value of its own where it has one, else its salt. */
function ownMark(disclosure: string): string {
  const parts: unknown = JSON.parse(Buffer.from(disclosure, 'base64url').toString('utf8'));
  const last: unknown = Array.isArray(parts) ? parts.at(-1) : null;
  return typeof last === 'string' ? last : String(Array.isArray(parts) ? parts[0] : '');
}

function keysIn(value: Json): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return [...Object.keys(value), ...Object.values(value).flatMap(keysIn)];
}
