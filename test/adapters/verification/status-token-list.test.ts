import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valueAt } from '../../../main/adapters/verification/status-methods/list-bits.ts';
import type { JsonObject } from '../../../shared/model/json.ts';
import { issueSdJwtBadge } from '../../fixtures/content/sd-jwt-badge.ts';
import { p256TestKey } from '../../fixtures/signing/keys.ts';
import { presentSdJwt } from '../../fixtures/signing/sd-jwt.ts';
import { badge, signerOf, STRANGER_KEY, trustIn, verified, WEB_ISSUER } from './example-credentials.ts';
import { bitstring, FRESH, LIST_URL, packWith, SIGNER, statusOfToken, tokenList } from './status-examples.ts';

const claims = (idx: JsonObject[string], uri: string = LIST_URL): JsonObject => ({
  status: { status_list: { idx, uri } },
});
const SECONDS = Date.parse(FRESH) / 1000;

describe('a token status list', () => {
  it.each([1, 2, 4, 8])('reads places of %i bits', async (bits) => {
    const list = tokenList({ bits, values: { 5: 1, 7: 1 } });
    expect((await statusOfToken(claims(5), list)).code).toBe('revoked');
    expect((await statusOfToken(claims(6), list)).code).toBe('status-clear');
    expect((await statusOfToken(claims(512 / bits), list)).code).toBe('status-list-unusable');
  });

  it.each([
    [0, 'status-clear'],
    [1, 'revoked'],
    [2, 'suspended'],
    [3, 'status-message'],
    [11, 'status-message'],
  ])('takes the value %i as %s', async (value, code) => {
    expect((await statusOfToken(claims(5), tokenList({ bits: 4, values: { 4: 15, 5: value, 6: 15 } }))).code).toBe(
      code,
    );
  });

  it('reads the bits of the example in the specification', () => {
    // Token Status List §4.1: sixteen places of one bit are b9 a3; §10: twelve of two bits begin c9 44 f9.
    const ones = [...Array(16).keys()].map((index) => valueAt(Uint8Array.of(0xb9, 0xa3), index, 1, 'low'));
    expect(ones).toEqual([1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1]);
    const twos = [...Array(12).keys()].map((index) => valueAt(Uint8Array.of(0xc9, 0x44, 0xf9), index, 2, 'low'));
    expect(twos).toEqual([1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3]);
  });

  it('gives back any value of any size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 16 }), fc.nat(200), fc.nat(0xffff), (size, index, number) => {
        const value = number % 2 ** size;
        expect(valueAt(bitstring(size, { [index]: value }), index, size, 'high')).toBe(value);
      }),
    );
  });

  it('must be the one that is meant, signed by the issuer, and call itself what it is', async () => {
    const values = { bits: 1, values: { 5: 1 } };
    const stranger = signerOf(STRANGER_KEY);
    const codeOf = async (list: string) => (await statusOfToken(claims(5), list)).code;
    expect(await codeOf(tokenList(values, { sub: `${LIST_URL}0` }))).toBe('status-list-unusable');
    expect(await codeOf(tokenList(values, { iss: stranger.did }, stranger))).toBe('status-list-foreign');
    expect(await codeOf(tokenList(values, {}, stranger))).toBe('status-list-unproven');
    expect(await codeOf(tokenList(values, {}, SIGNER, { typ: 'JWT' }))).toBe('status-list-unusable');
    expect(await codeOf(tokenList(values, { status_list: { bits: 3, lst: 'eNo' } }))).toBe('status-list-unusable');
    expect(await codeOf(tokenList(values, { status_list: { bits: 1, lst: '<b>' } }))).toBe('status-list-unusable');
    expect(await codeOf(`${tokenList(values)}x`)).not.toBe('revoked');
  });

  it('need not name its issuer where the credential’s issuer signed it', async () => {
    const { iss: _, ...rest } = { iss: '' };
    const list = tokenList({ bits: 1, values: { 5: 1 } }, { ...rest, iss: null });
    expect((await statusOfToken(claims(5), list)).code).toBe('revoked');
  });

  it('is stale past its time to live or its end, and revokes all the same', async () => {
    const old = (more: JsonObject) => ({ iat: SECONDS - 30 * 86_400, ...more });
    const clear = { bits: 1, values: {} };
    expect((await statusOfToken(claims(5), tokenList(clear, old({})))).code).toBe('status-list-stale');
    expect((await statusOfToken(claims(5), tokenList(clear, { exp: SECONDS }))).code).toBe('status-list-stale');
    expect((await statusOfToken(claims(5), tokenList(clear, { iat: SECONDS + 86_400 * 3 }))).code).toBe(
      'status-list-unusable',
    );
    expect((await statusOfToken(claims(5), tokenList({ bits: 1, values: { 5: 1 } }, old({})))).code).toBe('revoked');
  });

  it('is looked up for an SD-JWT VC, whose status stands among its open claims', async () => {
    const status = (idx: number) => ({ status: { status_list: { idx, uri: LIST_URL } } });
    const codeOf = async (idx: number) => {
      const issued = issueSdJwtBadge(badge(WEB_ISSUER), SIGNER, p256TestKey('holder of a listed SD-JWT'), status(idx));
      const list = tokenList({ bits: 2, values: { 5: 1, 6: 2 } });
      return (await verified(presentSdJwt(issued), trustIn(packWith(list)))).report.checks.status.code;
    };
    expect([await codeOf(4), await codeOf(5), await codeOf(6)]).toEqual(['status-clear', 'revoked', 'suspended']);
  });

  it('in CBOR is named and not read', async () => {
    expect(await statusOfToken(claims(5), 'd2845820a2012610781a6170706c69636174')).toMatchObject({
      state: 'not-checked',
      code: 'status-list-form-unknown',
    });
  });

  it('is missed where no pack has it, and its reference must be readable', async () => {
    const list = tokenList({ bits: 1, values: {} });
    expect((await statusOfToken(claims(5, `${LIST_URL}9`), list)).code).toBe('status-list-missing');
    expect((await statusOfToken(claims(-1), list)).code).toBe('status-entry-malformed');
    expect((await statusOfToken(claims('5'), list)).code).toBe('status-entry-malformed');
    expect((await statusOfToken({ status: { identifier_list: { id: 'a', uri: 'b' } } }, list)).code).toBe(
      'status-type-unknown',
    );
  });
});
