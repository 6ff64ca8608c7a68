/** A key id in full: packs and documents may give the fragment only, or a bare name. */
export function absoluteKeyId(keyId: string, id: string): string {
  if (keyId.startsWith('#')) return `${id}${keyId}`;
  return /^[a-z][a-z\d+.-]*:/i.test(keyId) ? keyId : `${id}#${keyId}`;
}
