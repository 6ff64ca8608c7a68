import type { ReactNode } from 'react';
import { profile as profileWords, shapeNames } from '../messages/profile.en.ts';
import { bands, ranking as rankingWords } from '../messages/ranking.en.ts';
import { modelLine, report as words } from '../messages/report.en.ts';
import type { RefusedFile, ShortlistHead, ShortlistPerson } from '../model/shortlist.ts';
import { CheckList } from './CheckList.tsx';
import { MatchTable } from './MatchTable.tsx';
import { TProfilePicture } from './TProfilePicture.tsx';
import { TProfileTable } from './TProfileTable.tsx';
import { VerdictBadge } from './VerdictBadge.tsx';

export interface RankingReportProps {
  readonly head: ShortlistHead;
  /** An {@link OverviewRow} for each person. */
  readonly overviewRows: ReactNode;
  /** A {@link PersonChapter} for each person. */
  readonly chapters: ReactNode;
}

/** The whole ranking as a document: cover, method and limits, overview, one chapter a person, refused files. */
export function RankingReport({ head, overviewRows, chapters }: RankingReportProps): ReactNode {
  return (
    <div className="report">
      <Cover head={head} />
      <main>
        <HowToRead />
        <Asked head={head} />
        {head.count === 0 ? <p>{words.noPeople}</p> : <Overview rows={overviewRows} />}
        {chapters}
        <Refused files={head.refused} />
      </main>
      <footer className="report-footer">{words.footer}</footer>
    </div>
  );
}

function Cover({ head }: { readonly head: ShortlistHead }): ReactNode {
  const { job, model, settings } = head;
  const { facts } = words;
  const rows: readonly (readonly [string, ReactNode])[] = [
    [facts.version, String(job.version)],
    [facts.people, String(head.count)],
    [facts.judgedAt, <time dateTime={head.judgedAt}>{head.judgedAt.slice(0, 10)}</time>],
    [facts.identity, head.blind ? words.blind : words.named],
    [facts.model, modelLine(model)],
    ...(model.state === 'ready' ? [[facts.modelHash, <code>{model.sha256}</code>] as const] : []),
    [facts.weights, words.weights(settings.weights.must, settings.weights.want, settings.weights.trainable)],
    [facts.inputs, <code>{head.inputsHash}</code>],
  ];
  return (
    <header className="report-cover">
      <p className="report-kicker">{words.kicker}</p>
      <h1>
        <bdi>{job.title}</bdi>
      </h1>
      <dl className="report-facts">
        {rows.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}

function HowToRead(): ReactNode {
  return (
    <section className="report-columns" aria-label={words.methodTitle}>
      <div>
        <h2>{words.methodTitle}</h2>
        <List lines={words.method} />
      </div>
      <div>
        <h2>{words.limitsTitle}</h2>
        <List lines={words.limits} />
      </div>
    </section>
  );
}

function List({ lines }: { readonly lines: readonly string[] }): ReactNode {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function Asked({ head }: { readonly head: ShortlistHead }): ReactNode {
  return (
    <section>
      <h2>{words.requirementsTitle}</h2>
      <table className="report-table">
        <thead>
          <tr>
            <th scope="col">{words.requirement}</th>
            <th scope="col">{words.priority}</th>
            <th scope="col">{words.kind}</th>
            <th scope="col" className="report-number">
              {words.weight}
            </th>
          </tr>
        </thead>
        <tbody>
          {head.job.requirements.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <bdi>{one.text}</bdi>
                {one.alternatives.length > 0 && (
                  <span className="report-small">
                    {`${words.orAny} `}
                    <bdi>{one.alternatives.join(` ${words.orAny} `)}</bdi>
                  </span>
                )}
              </th>
              <td>{words.priorities[one.priority]}</td>
              <td>{words.kinds[one.kind]}</td>
              <td className="report-number">{one.weight}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Overview({ rows }: { readonly rows: ReactNode }): ReactNode {
  const { overview } = words;
  return (
    <section>
      <h2>{words.overviewTitle}</h2>
      <table className="report-table report-overview">
        <thead>
          <tr>
            <th scope="col">{overview.rank}</th>
            <th scope="col">{overview.candidate}</th>
            <th scope="col">{overview.band}</th>
            <th scope="col">{overview.musts}</th>
            <th scope="col" className="report-number">
              {overview.points}
            </th>
            <th scope="col">{overview.shape}</th>
          </tr>
        </thead>
        <tbody>{rows}</tbody>
      </table>
    </section>
  );
}

/** One person's line in the table at the beginning. */
export function OverviewRow({ person }: { readonly person: ShortlistPerson }): ReactNode {
  const { candidate, label, ranked, profile } = person;
  return (
    <tr>
      <td>{ranked.rank}</td>
      <th scope="row">
        <a href={`#${anchorOf(candidate)}`}>
          <bdi>{label}</bdi>
        </a>
      </th>
      <td>
        <span className={`band band-${ranked.band}`}>{bands[ranked.band]}</span>
      </td>
      <td>{mustHaves(ranked.mustHaves)}</td>
      <td className="report-number">{ranked.score.toFixed(0)}</td>
      <td>{profile === null ? '–' : shapeNames[profile.shape]}</td>
    </tr>
  );
}

/** Why one person stands where they stand, with their T-profile and their credentials. */
export function PersonChapter(props: { readonly person: ShortlistPerson; readonly head: ShortlistHead }): ReactNode {
  const { person, head } = props;
  const { ranked, profile } = person;
  const contact = [person.email, person.ref].filter((one) => one !== null).join(' · ');
  const change = ranked.counterfactual;
  return (
    <article className="report-person" id={anchorOf(person.candidate)}>
      <h2>
        <bdi>{words.personTitle(ranked.rank, person.label)}</bdi>
      </h2>
      <p className="report-standing">
        <span className={`band band-${ranked.band}`}>{bands[ranked.band]}</span>
        <span>{rankingWords.ofHundred(ranked.score.toFixed(0))}</span>
        <span>{mustHavesLong(ranked.mustHaves)}</span>
        {contact !== '' && (
          <span>
            {`${words.contact}: `}
            <bdi>{contact}</bdi>
          </span>
        )}
      </p>
      {change !== null && (
        <p className="report-change">
          <bdi>{rankingWords.counterfactualText(change, change.scoreNow.toFixed(0), change.scoreThen.toFixed(0))}</bdi>
        </p>
      )}
      <h3>{words.why}</h3>
      <MatchTable ranked={ranked} requirements={head.job.requirements} />
      <h3>{words.profileTitle}</h3>
      {profile === null ? (
        <p>{words.noProfile}</p>
      ) : (
        <>
          <figure className="report-figure">
            <TProfilePicture profile={profile} label={person.label} />
            <figcaption>{profileWords.note}</figcaption>
          </figure>
          <TProfileTable profile={profile} label={person.label} />
        </>
      )}
      <h3>{words.credentialsTitle(person.credentials.length)}</h3>
      <ul className="report-credentials">
        {person.credentials.map((credential) => (
          <li key={credential.key}>
            <p>
              <VerdictBadge verdict={credential.verdict} />{' '}
              <strong>
                <bdi>{credential.name}</bdi>
              </strong>{' '}
              <span className="report-muted">
                <bdi>{credential.issuer}</bdi>
              </span>
            </p>
            {credential.openChecks.length > 0 && <CheckList checks={credential.openChecks} />}
          </li>
        ))}
      </ul>
    </article>
  );
}

function Refused({ files }: { readonly files: readonly RefusedFile[] }): ReactNode {
  return (
    <section>
      <h2>{words.refusedTitle}</h2>
      {files.length === 0 ? (
        <p>{words.refusedNone}</p>
      ) : (
        <table className="report-table">
          <thead>
            <tr>
              <th scope="col">{words.file}</th>
              <th scope="col">{words.reason}</th>
            </tr>
          </thead>
          <tbody>
            {files.map(({ file, reason }, index) => (
              <tr key={index}>
                <th scope="row">
                  <bdi>{file}</bdi>
                </th>
                <td>
                  <bdi>{reason}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

type MustHaves = ShortlistPerson['ranked']['mustHaves'];

function mustHaves({ evidenced, total }: MustHaves): string {
  return total === 0 ? rankingWords.noMusts : rankingWords.musts(evidenced, total);
}

function mustHavesLong({ evidenced, total }: MustHaves): string {
  return total === 0 ? `must-haves: ${rankingWords.noMusts}` : rankingWords.mustsLong(evidenced, total);
}

function anchorOf(candidate: string): string {
  return `person-${candidate}`;
}
