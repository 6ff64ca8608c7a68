import './issuers.css';
import '../../ui/table.css';
import { issuers as words } from '../../../shared/messages/ui.en.ts';
import type { TrustOverview } from '../../../shared/api/contract.ts';
import { assertNever } from '../../../shared/model/never.ts';
import { useTrust } from '../../api/queries.ts';
import { hrefOf, ISSUERS_PARTS, type IssuersPart } from '../../app/route.ts';
import { Page } from '../../ui/page.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { RecheckButton, RecheckOutcome } from '../trust-effects/recheck.tsx';
import { MissingData } from './missing-data.tsx';
import { Packs } from './packs.tsx';
import { PolicyRules } from './policy-rules.tsx';
import { Publishers } from './publishers.tsx';
import { SeenIssuers } from './seen-issuers.tsx';

export function IssuersScreen({ part }: { readonly part: IssuersPart }) {
  const query = useTrust();
  return (
    <Page title={words.title} lead={words.lead} actions={<RecheckButton />}>
      <nav aria-label={words.parts} className="parts">
        {ISSUERS_PARTS.map((one) => (
          <a
            key={one}
            className="part"
            href={hrefOf({ screen: 'issuers', part: one })}
            aria-current={one === part ? 'page' : undefined}
          >
            {words.part[one]}
          </a>
        ))}
      </nav>
      <RecheckOutcome />
      <Loaded query={query}>{(overview) => <Part part={part} overview={overview} />}</Loaded>
    </Page>
  );
}

function Part({ part, overview }: { readonly part: IssuersPart; readonly overview: TrustOverview }) {
  const { packs, publishers, pins, issuers, policy } = overview;
  switch (part) {
    case 'packs':
      return (
        <>
          <Packs packs={packs} publishers={publishers} policy={policy} />
          <Publishers publishers={publishers} />
        </>
      );
    case 'seen':
      return <SeenIssuers issuers={issuers} pins={pins} />;
    case 'policy':
      return <PolicyRules key={policy.version} policy={policy} />;
    case 'missing':
      return <MissingData />;
    default:
      return assertNever(part);
  }
}
