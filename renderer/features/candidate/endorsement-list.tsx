import { trust } from '../../../shared/messages/ui.en.ts';
import type { EndorsementSummary } from '../../../shared/model/check.ts';
import { RecognitionBadge, StateBadge } from '../../ui/badge.tsx';
import { withReadableDays } from '../../ui/format.ts';

/** Who stands up for a credential, for what, and whether that holds. */
export function EndorsementList({ endorsements }: { readonly endorsements: readonly EndorsementSummary[] }) {
  return (
    <ul className="endorsements" aria-label={trust.endorsements}>
      {endorsements.map((endorsement, index) => (
        <li key={index}>
          <div className="check-head">
            <span>
              <bdi>{endorsement.name ?? endorsement.endorser ?? trust.someEndorser}</bdi>{' '}
              <span className="muted">
                {endorsement.of === null ? trust.endorsementOfNothing : trust.endorsementOf[endorsement.of]}
              </span>
            </span>
            <span className="page-actions">
              <RecognitionBadge recognition={endorsement.recognition} />
              <StateBadge state={endorsement.state} />
            </span>
          </div>
          <p>
            <bdi>{withReadableDays(endorsement.message)}</bdi>
          </p>
          {endorsement.claim !== null && (
            <p className="words-quote">
              <span className="muted">{trust.endorsementClaim}:</span> <bdi>{endorsement.claim}</bdi>
            </p>
          )}
          {endorsement.settledBy !== null && (
            <p className="check-settle">
              <strong>{trust.settle}:</strong> <bdi>{endorsement.settledBy}</bdi>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
