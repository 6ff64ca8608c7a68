import type { ReactNode } from 'react';
import { trust } from '../../../shared/messages/ui.en.ts';
import type { Credential } from '../../../shared/model/credential.ts';
import { formatDay } from '../../ui/format.ts';

/** Where the credential comes from and what it rests on, for who has to explain it. */
export function CredentialFacts({ credential }: { readonly credential: Credential }) {
  const { report, issuer, subject } = credential;
  const { rows } = trust;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [rows.standard, trust.standards[credential.standard]],
    [rows.type, credential.standard === 'sd-jwt-vc' ? code(credential.types.at(-1) ?? null) : null],
    [rows.container, trust.containers[credential.container]],
    [rows.words, trust.contents[credential.content]],
    [rows.issuer, issuer.name],
    [rows.issuerId, code(issuer.id)],
    [rows.subject, code(subject.id)],
    [rows.valid, validity(credential)],
    [rows.awarded, credential.awardedDate === null ? null : formatDay(credential.awardedDate)],
    [rows.level, credential.creditsEarned],
    [rows.file, <bdi key="file">{credential.fileName}</bdi>],
    [rows.judged, formatDay(report.at)],
    ...report.proofs.map(
      ({ suite, state }) =>
        [trust.proofs, `${trust.suiteInWords(suite)}, ${trust.states[state].toLowerCase()}`] as const,
    ),
  ];
  return (
    <section className="panel-part">
      <h4>{trust.details}</h4>
      <dl className="fact-list">
        {facts.map(
          ([name, value], index) =>
            value !== null && (
              <div key={`${name}#${index}`}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  );
}

function code(text: string | null): ReactNode {
  return text === null ? null : <bdi className="code">{text}</bdi>;
}

function validity({ validFrom, validUntil }: Credential): string | null {
  if (validFrom !== null && validUntil !== null) return trust.validFromTo(formatDay(validFrom), formatDay(validUntil));
  if (validFrom !== null) return trust.validFrom(formatDay(validFrom));
  return validUntil === null ? null : trust.validUntil(formatDay(validUntil));
}
