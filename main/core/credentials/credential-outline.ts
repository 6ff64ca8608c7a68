import type { CheckState, VerificationReport } from '../../../shared/model/check.ts';
import type { Credential } from '../../../shared/model/credential.ts';
import type { ImportFinding } from '../../../shared/model/import.ts';
import { findingsAgainst } from '../verification/findings-against.ts';
import type { CredentialSigns } from './candidate-evidence.ts';

/** What an import has to know of a credential and the store asks for by itself; all else is only written down. */
export interface CredentialOutline
  extends CredentialSigns, Pick<Credential, 'document' | 'pointer' | 'container' | 'credentialId' | 'validFrom'> {
  /** The achievement's name, or else the credential's. */
  readonly title: string | null;
  readonly report: Pick<VerificationReport, 'verdict' | 'trustSnapshot' | 'at' | 'holdsUntil'>;
  readonly holder: CheckState;
  readonly findings: readonly ImportFinding[];
}

export function outlineOf(credential: Credential): CredentialOutline {
  const { key, parent, document, pointer, fileName, standard, container, content } = credential;
  const { issuer, subject, credentialId, validFrom, achievement, name, report } = credential;
  const { verdict, trustSnapshot, at, holdsUntil } = report;
  return {
    key,
    parent,
    document,
    pointer,
    fileName,
    standard,
    container,
    content,
    issuer,
    subject,
    credentialId,
    validFrom,
    title: (achievement?.name ?? name)?.text ?? null,
    report: { verdict, trustSnapshot, at, holdsUntil },
    holder: report.checks.holder.state,
    findings: findingsAgainst(report),
  };
}
