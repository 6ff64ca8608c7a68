import { trust } from '../../../shared/messages/ui.en.ts';
import type { Credential, Quoted } from '../../../shared/model/credential.ts';

/** What the credential says, in its own words: data of somebody else's, shown as text only. */
export function CredentialWords({ credential }: { readonly credential: Credential }) {
  const { achievement } = credential;
  if (credential.content === 'withheld') {
    return (
      <section className="panel-part">
        <h4>{trust.says}</h4>
        <p className="muted">{trust.withheld}</p>
      </section>
    );
  }
  const alignments = achievement?.alignments ?? [];
  const tags = achievement?.tags ?? [];
  return (
    <section className="panel-part">
      <h4>{trust.says}</h4>
      <dl className="words">
        <Words name={trust.description} quoted={achievement?.description ?? null} />
        <Words name={trust.criteria} quoted={achievement?.criteria ?? null} />
        <Words name={trust.narrative} quoted={credential.narrative} />
        {alignments.length > 0 && (
          <div>
            <dt>{trust.skills}</dt>
            <dd>
              <ul>
                {alignments.map((alignment) => (
                  <li key={alignment.pointer}>
                    <bdi>{alignment.targetName ?? alignment.targetCode ?? alignment.targetUrl}</bdi>
                    {alignment.targetFramework !== null && (
                      <span className="muted">
                        {' '}
                        (<bdi>{alignment.targetFramework}</bdi>)
                      </span>
                    )}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
        {tags.length > 0 && (
          <div>
            <dt>{trust.tags}</dt>
            <dd>
              <bdi>{tags.map(({ text }) => text).join(' · ')}</bdi>
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function Words({ name, quoted }: { readonly name: string; readonly quoted: Quoted | null }) {
  if (quoted === null) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd className="words-quote">
        <bdi>{quoted.text}</bdi>
      </dd>
    </div>
  );
}
