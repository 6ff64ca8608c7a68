import type { VerifiedFile } from '../ports.ts';

/**
 * Takes endorsements that came by themselves out of what is imported, and says so: their subject is an issuer, an
 * achievement or a credential, so they belong to no candidate and show no skill of anyone.
 */
export function withoutLoneEndorsements(file: VerifiedFile): VerifiedFile {
  const credentials = file.credentials.filter(({ standard }) => standard !== 'endorsement-3.0');
  if (credentials.length === file.credentials.length) return file;
  return { ...file, credentials, problems: [...file.problems, { code: 'endorsement-alone', params: {} }] };
}
