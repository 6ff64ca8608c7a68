import type { Credential } from '../../../shared/model/credential.ts';
import type { VerifiedFile } from '../ports.ts';

/**
 * Takes endorsements that came by themselves out of what is imported: their subject is an issuer, an achievement or a
 * credential, so they belong to no candidate and show no skill of anyone. Says so where one was not counted for a
 * credential of the same file either.
 */
export function withoutLoneEndorsements(file: VerifiedFile): VerifiedFile {
  const credentials = file.credentials.filter(({ standard }) => standard !== 'endorsement-3.0');
  if (credentials.length === file.credentials.length) return file;
  const lone = file.credentials.filter((each) => !credentials.includes(each));
  if (lone.every((endorsement) => credentials.some((each) => isCountedFor(endorsement, each)))) {
    return { ...file, credentials };
  }
  return { ...file, credentials, problems: [...file.problems, { code: 'endorsement-alone', params: {} }] };
}

/** A report lists what came beside its credential without a path. */
function isCountedFor(endorsement: Credential, { report }: Credential): boolean {
  return (report.endorsements ?? []).some(
    ({ pointer, endorser }) => pointer === null && endorser !== null && endorser === endorsement.issuer.id,
  );
}
