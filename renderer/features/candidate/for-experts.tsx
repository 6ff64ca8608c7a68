import '../../ui/table.css';
import type { ReactNode } from 'react';
import { trust } from '../../../shared/messages/ui.en.ts';
import { CHECK_AXES, type Check } from '../../../shared/model/check.ts';
import type { Credential } from '../../../shared/model/credential.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { TableFrame } from '../../ui/table-frame.tsx';

/** The profile of a credential and the codes of its checks, for who has to defend or to repeat a verdict. */
export function ForExperts({ credential }: { readonly credential: Credential }) {
  const { report, issuer } = credential;
  const { rows } = trust;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [rows.standard, trust.standards[credential.standard]],
    [rows.container, trust.containers[credential.container]],
    [rows.issuerMethod, methodOf(issuer.id)],
    [rows.issuerId, issuer.id],
    [rows.id, credential.credentialId],
    [rows.snapshot, report.trustSnapshot],
    ...report.proofs.flatMap(({ suite, verificationMethod }): (readonly [string, ReactNode])[] => [
      [rows.suite, suite],
      [rows.method, verificationMethod],
    ]),
  ];
  return (
    <Disclosure title={trust.experts}>
      <p className="muted small">{trust.expertsNote}</p>
      <dl className="fact-list">
        {facts.map(
          ([name, value], index) =>
            value !== null && (
              <div key={`${name}#${index}`}>
                <dt>{name}</dt>
                <dd>
                  <bdi className="code">{value}</bdi>
                </dd>
              </div>
            ),
        )}
      </dl>
      <TableFrame label={trust.expertTable}>
        <table className="table history">
          <caption className="visually-hidden">{trust.expertTable}</caption>
          <thead>
            <tr>
              <th scope="col">{trust.expertColumns.check}</th>
              <th scope="col">{trust.expertColumns.code}</th>
              <th scope="col">{trust.expertColumns.field}</th>
              <th scope="col">{trust.expertColumns.seen}</th>
            </tr>
          </thead>
          <tbody>
            {CHECK_AXES.map((axis) => (
              <tr key={axis}>
                <th scope="row">{trust.axes[axis]}</th>
                <td className="code">{report.checks[axis].code}</td>
                <td className="code">{report.checks[axis].pointer ?? ''}</td>
                <td>
                  <Seen check={report.checks[axis]} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      {(report.schemas?.length ?? 0) > 0 && (
        <>
          <p>{trust.schemas}</p>
          <ul className="paths">
            {report.schemas?.map(({ id, state, message }, index) => (
              <li key={index}>
                <bdi className="code">{id}</bdi>: {trust.states[state]}. <bdi>{message}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
    </Disclosure>
  );
}

function Seen({ check }: { readonly check: Check }) {
  return (
    <ul>
      {Object.entries(check.evidence ?? {}).map(([name, value]) => (
        <li key={name}>
          {name}: <bdi className="code">{String(value)}</bdi>
        </li>
      ))}
    </ul>
  );
}

/** `did:web:…` → `did:web`; a URL by its scheme. */
function methodOf(id: string | null): string | null {
  return id?.match(/^(?:did:[a-z0-9]+|[a-z][a-z0-9+.-]*)(?=:)/i)?.[0] ?? null;
}
