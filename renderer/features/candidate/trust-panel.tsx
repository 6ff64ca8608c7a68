import { trust, type TermName } from '../../../shared/messages/ui.en.ts';
import { CHECK_AXES, type Check, type CheckAxis } from '../../../shared/model/check.ts';
import type { Credential } from '../../../shared/model/credential.ts';
import { RecognitionBadge, StateBadge, VerdictBadge } from '../../ui/badge.tsx';
import { CopyButton } from '../../ui/clipboard.tsx';
import { formatDay, withReadableDays } from '../../ui/format.ts';
import { Term } from '../../ui/term.tsx';
import { credentialName } from './credential-name.ts';
import { CredentialFacts } from './credential-facts.tsx';
import { CredentialWords } from './credential-words.tsx';
import { OriginalText } from './original-text.tsx';
import { trustReportAsText } from './trust-report-as-text.ts';
import { verdictSentence } from './verdict-sentence.ts';

/** Everything that was found out about one credential: the verdict, what it rests on, what is still open. */
export function TrustPanel({ credential }: { readonly credential: Credential }) {
  const { report } = credential;
  const issuer = credential.issuer.name ?? credential.issuer.id ?? trust.someIssuer;
  return (
    <>
      <header className="panel-head">
        <p className="muted small">{trust.title}</p>
        <h3 id="trust-panel-title">
          <bdi>{credentialName(credential)}</bdi>
        </h3>
        <p className="page-actions">
          <VerdictBadge verdict={report.verdict} />
          <RecognitionBadge recognition={report.recognition} />
        </p>
        <p>{verdictSentence(report, issuer)}</p>
      </header>
      <section className="panel-part">
        <div className="section-head">
          <h4>{trust.checks}</h4>
          <CopyButton text={() => trustReportAsText(credential)} />
        </div>
        <ul className="checks">
          {CHECK_AXES.map((axis) => (
            <CheckRow key={axis} axis={axis} check={report.checks[axis]} />
          ))}
        </ul>
      </section>
      {report.unsignedPaths.length > 0 && (
        <section className="panel-part">
          <h4>{trust.unsigned}</h4>
          <p className="muted">{trust.unsignedNote}</p>
          <ul className="paths">
            {report.unsignedPaths.map((path) => (
              <li key={path}>
                <code className="code">{path}</code>
              </li>
            ))}
          </ul>
        </section>
      )}
      <CredentialWords credential={credential} />
      <CredentialFacts credential={credential} />
      <OriginalText credential={credential.key} />
    </>
  );
}

/** Axes whose words need saying what they mean. */
const TERMS: Partial<Record<CheckAxis, TermName>> = { issuer: 'issuer', status: 'status list', holder: 'holder' };

function CheckRow({ axis, check }: { readonly axis: CheckAxis; readonly check: Check }) {
  const seen = Object.entries(check.evidence ?? {});
  const term = TERMS[axis];
  return (
    <li className="check">
      <div className="check-head">
        <strong>{term === undefined ? trust.axes[axis] : <Term name={term}>{trust.axes[axis]}</Term>}</strong>
        <StateBadge state={check.state} />
      </div>
      <p>
        <bdi>{withReadableDays(check.message)}</bdi>
      </p>
      {check.settledBy !== undefined && (
        <p className="check-settle">
          <strong>{trust.settle}:</strong> {check.settledBy}
        </p>
      )}
      {(check.asOf !== undefined || check.pointer !== undefined || seen.length > 0) && (
        <p className="muted small check-facts">
          {check.asOf !== undefined && <span>{trust.asOf(formatDay(check.asOf))}</span>}
          {check.pointer !== undefined && check.pointer !== '' && (
            <span>
              {trust.field} <code className="code">{check.pointer}</code>
            </span>
          )}
          {seen.map(([name, value]) => (
            <span key={name}>
              {name}: <bdi className="code">{String(value)}</bdi>
            </span>
          ))}
        </p>
      )}
    </li>
  );
}
