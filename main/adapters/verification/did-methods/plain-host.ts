/**
 * Why the host of an id can deceive, in words; null where it is plain: small Latin letters, digits and hyphens in
 * labels, at least two of them, and no address of a machine. Punycode is refused even where a pack lists it: what a
 * person sees of it is either another script or a riddle.
 */
export function deceptionInHost(host: string): string | null {
  if (/[^\x21-\x7e]/.test(host)) return 'letters beyond ASCII in the domain';
  if (/[A-Z]/.test(host)) return 'capital letters in the domain';
  if (host.endsWith('.')) return 'a dot at the end of the domain';
  const labels = host.split('.');
  if (labels.some((label) => label.startsWith('xn--'))) return 'a domain in Punycode';
  if (!labels.every((label) => /^[a-z\d]([a-z\d-]*[a-z\d])?$/.test(label)) || host.length > LONGEST_HOST) {
    return 'a domain that is none';
  }
  if (labels.length < 2) return 'a domain without a top level';
  return /^[a-z]/.test(labels.at(-1) ?? '') ? null : 'the address of a machine in place of a domain';
}

/** RFC 1035 §2.3.4. */
const LONGEST_HOST = 253;
