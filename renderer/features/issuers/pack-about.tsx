import { addingPack as words, issuers } from '../../../shared/messages/ui.en.ts';
import type { PackInspection } from '../../../shared/model/trust.ts';
import { useStatus } from '../../api/queries.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Fingerprint } from '../../ui/fingerprint.tsx';
import { formatDay } from '../../ui/format.ts';
import { ageOf, differenceLines } from './pack-words.ts';

/** What a pack says of itself, and what it would replace. */
export function PackAbout({ inspection }: { readonly inspection: PackInspection }) {
  const { summary, replaces } = inspection;
  const today = useStatus().data?.judgedAt ?? new Date().toISOString();
  return (
    <section className="adding-part">
      <h3>{words.about}</h3>
      <dl className="about">
        <div>
          <dt>{words.source}</dt>
          <dd>
            <bdi>{summary.source}</bdi>
          </dd>
        </div>
        <div>
          <dt>{words.version}</dt>
          <dd>
            <bdi>{summary.version}</bdi>
          </dd>
        </div>
        <div>
          <dt>{words.retrieved}</dt>
          <dd>
            {formatDay(summary.retrievedAt)}: {ageOf(summary, today)}
          </dd>
        </div>
        <div>
          <dt>{words.holds}</dt>
          <dd>{issuers.holds(summary.issuers, summary.statusLists)}</dd>
        </div>
        <div>
          <dt>{words.fingerprint}</dt>
          <dd>
            <Fingerprint hex={summary.sha256} />
          </dd>
        </div>
        <div>
          <dt>{words.replaces}</dt>
          <dd>
            {replaces === null
              ? words.replacesNothing
              : words.replacesThis(replaces.version, formatDay(replaces.retrievedAt))}
          </dd>
        </div>
        {inspection.difference !== null && (
          <div>
            <dt>{words.differenceTitle}</dt>
            <dd>
              <Difference difference={inspection.difference} />
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function Difference({ difference }: { readonly difference: NonNullable<PackInspection['difference']> }) {
  const lines = differenceLines(difference);
  if (lines.length === 0) return words.sameContent;
  return (
    <>
      <p>{lines.map((line) => line.words).join('; ')}</p>
      <Disclosure title={words.differenceList}>
        {lines.map((line) => (
          <div key={line.words}>
            <p className="muted">{line.words}</p>
            <ul>
              {line.ids.map((id) => (
                <li key={id}>
                  <bdi className="code small">{id}</bdi>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </Disclosure>
    </>
  );
}
