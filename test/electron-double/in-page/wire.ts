/**
 * Structured-clone values as text, for the binding between page and main process, which carries strings only. Models
 * what the app sends: plain objects, arrays, primitives, undefined, dates and typed arrays. Anything else throws, as
 * Electron throws on what it can't clone.
 */
export function toText(value: unknown): string {
  return JSON.stringify(pack(value));
}

export function fromText(text: string): unknown {
  return unpack(JSON.parse(text));
}

const ARRAYS = { Uint8Array, Float32Array, Float64Array, Int32Array } as const;
type ArrayName = keyof typeof ARRAYS;

function pack(value: unknown): unknown {
  if (value === undefined) return { $: 'undefined' };
  if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))) {
    return { $: 'number', text: Object.is(value, -0) ? '-0' : String(value) };
  }
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  if (Array.isArray(value)) return value.map(pack);
  if (value instanceof Date) return { $: 'date', at: pack(value.getTime()) };
  if (ArrayBuffer.isView(value)) {
    // Node's Buffer crosses as the Uint8Array that it is.
    const name = Object.keys(ARRAYS).find((each) => value instanceof ARRAYS[each as ArrayName]);
    if (name === undefined) throw new TypeError('An object could not be cloned.');
    return { $: name, base64: toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) };
  }
  if (typeof value === 'object' && isPlain(value)) {
    return { $: 'object', members: Object.entries(value).map(([key, member]) => [key, pack(member)]) };
  }
  throw new TypeError('An object could not be cloned.');
}

function unpack(packed: unknown): unknown {
  if (Array.isArray(packed)) return packed.map(unpack);
  if (typeof packed !== 'object' || packed === null || !('$' in packed)) return packed;
  if (packed.$ === 'undefined') return undefined;
  if (packed.$ === 'number' && 'text' in packed) return Number(packed.text);
  if (packed.$ === 'date' && 'at' in packed) return new Date(Number(unpack(packed.at)));
  if (packed.$ === 'object' && 'members' in packed && Array.isArray(packed.members)) {
    const members = packed.members.map(([key, member]: [string, unknown]): [string, unknown] => [key, unpack(member)]);
    return Object.fromEntries(members);
  }
  if (isArrayName(packed.$) && 'base64' in packed && typeof packed.base64 === 'string') {
    return new ARRAYS[packed.$](fromBase64(packed.base64).buffer);
  }
  throw new TypeError('This text does not hold a value');
}

function isArrayName(name: unknown): name is ArrayName {
  return typeof name === 'string' && Object.hasOwn(ARRAYS, name);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Characters made at once; more would be more arguments than a call can take. */
const CHUNK = 32_768;

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
  }
  return btoa(binary);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
  return bytes;
}
