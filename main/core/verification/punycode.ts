/**
 * A domain with its `xn--` labels as the letters that they stand for (RFC 3492); a label that is no Punycode stays as it
 * is. Only to compare and to show: ids are looked up as they are written.
 */
export function domainInLetters(domain: string): string {
  return domain
    .split('.')
    .map((label) => (label.toLowerCase().startsWith('xn--') ? (decode(label.slice('xn--'.length)) ?? label) : label))
    .join('.');
}

/** RFC 3492 §5, the parameters of IDNA. */
const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const INITIAL_BIAS = 72;
const INITIAL_CODE_POINT = 0x80;
/** A label has at most 63 letters (RFC 1035 §2.3.4). */
const LONGEST = 63;

/** RFC 3492 §6.2; null where the text is no Punycode. */
function decode(text: string): string | null {
  if (text === '' || text.length > LONGEST || /[^\x21-\x7e]/.test(text)) return null;
  const split = text.lastIndexOf('-');
  const letters = [...text.slice(0, Math.max(split, 0))].map((letter) => letter.charCodeAt(0));
  let codePoint = INITIAL_CODE_POINT;
  let bias = INITIAL_BIAS;
  let position = 0;
  for (let at = split + 1; at < text.length;) {
    const before = position;
    for (let weight = 1, k = BASE; ; k += BASE, at += 1) {
      const digit = digitOf(text.charCodeAt(at));
      if (digit === null) return null;
      position += digit * weight;
      const threshold = Math.min(Math.max(k - bias, T_MIN), T_MAX);
      if (digit < threshold) break;
      weight *= BASE - threshold;
    }
    at += 1;
    const length = letters.length + 1;
    bias = adapted(position - before, length, before === 0);
    codePoint += Math.floor(position / length);
    position %= length;
    if (codePoint > 0x10_ff_ff) return null;
    letters.splice(position, 0, codePoint);
    position += 1;
  }
  return String.fromCodePoint(...letters);
}

function digitOf(code: number): number | null {
  if (code >= 0x61 && code <= 0x7a) return code - 0x61;
  if (code >= 0x41 && code <= 0x5a) return code - 0x41;
  return code >= 0x30 && code <= 0x39 ? code - 0x30 + 26 : null;
}

/** RFC 3492 §6.1. */
function adapted(delta: number, length: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? DAMP : 2));
  rest += Math.floor(rest / length);
  let k = 0;
  for (; rest > Math.floor(((BASE - T_MIN) * T_MAX) / 2); k += BASE) rest = Math.floor(rest / (BASE - T_MIN));
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW));
}
