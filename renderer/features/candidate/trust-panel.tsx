import { trust } from '../../../shared/messages/ui.en.ts';
import { CHECK_AXES } from '../../../shared/model/check.ts';
import type { Credential } from '../../../shared/model/credential.ts';
import { RecognitionBadge, VerdictBadge } from '../../ui/badge.tsx';
import { CopyButton } from '../../ui/clipboard.tsx';
import { CheckRow } from './check-row.tsx';
import { CredentialHistory } from './credential-history.tsx';
import { credentialName } from './credential-name.ts';
import { CredentialFacts } from './credential-facts.tsx';
import { CredentialWords } from './credential-words.tsx';
import { EndorsementList } from './endorsement-list.tsx';
import { ForExperts } from './for-experts.tsx';
import { OriginalText } from './original-text.tsx';
import { trustReportAsText } from './trust-report-as-text.ts';
import { verdictSentence } from './verdict-sentence.ts';

/** Everything that was found out about one credential: the verdict, what it rests on, what is still open. */
export function TrustPanel({ credential }: { readonly credential: Credential }) {
  const { report } = credential;
  const endorsements = report.endorsements ?? [];
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
            <CheckRow key={axis} axis={axis} check={report.checks[axis]}>
              {axis === 'endorsements' && endorsements.length > 0 && <EndorsementList endorsements={endorsements} />}
            </CheckRow>
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
      <div>
        <CredentialHistory credential={credential.key} />
        <ForExperts credential={credential} />
        <OriginalText credential={credential.key} />
      </div>
    </>
  );
}
