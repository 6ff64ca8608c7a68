import { useEffect, useRef } from 'react';
import { candidate as words } from '../../../shared/messages/ui.en.ts';
import type { Credential } from '../../../shared/model/credential.ts';
import { hrefOf, type Route } from '../../app/route.ts';
import { VerdictBadge } from '../../ui/badge.tsx';
import { formatDay } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { useRowKeys } from '../../ui/row-keys.ts';
import { Term } from '../../ui/term.tsx';
import { credentialName } from './credential-name.ts';
import { TrustPanel } from './trust-panel.tsx';

interface CredentialBrowserProps {
  readonly route: Extract<Route, { screen: 'candidate' }>;
  readonly credentials: readonly Credential[];
}

/** A person's credentials, and the trust panel of the one that is chosen. */
export function CredentialBrowser({ route, credentials }: CredentialBrowserProps) {
  const list = useRef<HTMLUListElement>(null);
  const { rowProps, onKeyDown } = useRowKeys(list, credentials.length);
  const open = credentials.find(({ key }) => key === route.credential);
  return (
    <Section
      title={
        <>
          <Term name="credential">{words.credentials}</Term> <span className="muted numeric">{credentials.length}</span>
        </>
      }
    >
      {credentials.length === 0 && <p className="muted">{words.noCredentials}</p>}
      <div className="browser">
        <ul className="browser-list" ref={list} onKeyDown={onKeyDown}>
          {credentials.map((credential, index) => (
            <li key={credential.key}>
              <a
                className="browser-link"
                aria-current={credential === open ? 'true' : undefined}
                href={hrefOf({ ...route, credential: credential.key })}
                {...rowProps(index)}
              >
                <span className="browser-name">
                  <bdi>{credentialName(credential)}</bdi>
                </span>
                <span className="muted small">
                  <bdi>{credential.issuer.name ?? credential.issuer.id ?? words.unknownIssuer}</bdi>
                  {awardedOn(credential)}
                </span>
                <VerdictBadge verdict={credential.report.verdict} />
              </a>
            </li>
          ))}
        </ul>
        {open !== undefined && <OpenPanel key={open.key} credential={open} />}
      </div>
    </Section>
  );
}

/** Takes the focus when it opens, for it stands apart from the link that opened it. */
function OpenPanel({ credential }: { readonly credential: Credential }) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    panel.current?.scrollIntoView({ block: 'nearest' });
    panel.current?.focus({ preventScroll: true });
  }, []);
  return (
    <section ref={panel} className="panel" aria-labelledby="trust-panel-title" tabIndex={-1}>
      <TrustPanel credential={credential} />
    </section>
  );
}

function awardedOn({ awardedDate, validFrom }: Credential): string {
  const date = awardedDate ?? validFrom;
  return date === null ? '' : ` · ${formatDay(date)}`;
}
