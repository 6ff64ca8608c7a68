import { Fragment, type ReactNode } from 'react';
import { assessmentBases, fieldSources, percent, profile as words, standings } from '../messages/profile.en.ts';
import type { ProfilePart, TProfile } from '../model/profile.ts';

export interface TProfileTableProps {
  readonly profile: TProfile;
  readonly label: string;
}

/** All that the T-profile picture shows, and the words behind it, as a table. */
export function TProfileTable({ profile, label }: TProfileTableProps): ReactNode {
  const { columns } = words;
  const groups = profile.transversal.filter((group) => group.evidenced);
  return (
    <>
      <table className="report-table profile-table">
        <caption>{words.title(label)}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.field}</th>
            <th scope="col">{columns.depth}</th>
            <th scope="col">{columns.credential}</th>
            <th scope="col">{columns.words}</th>
            <th scope="col">{columns.basis}</th>
            <th scope="col">{columns.level}</th>
            <th scope="col">{columns.standing}</th>
          </tr>
        </thead>
        {profile.fields.map((field) => (
          <PartRows
            key={field.code}
            name={
              field.code === profile.stem && profile.job !== null ? `${field.name} (${words.jobField})` : field.name
            }
            note={
              field.source === 'similarity'
                ? `${fieldSources.similarity}, ${words.confidence(field.confidence)}`
                : fieldSources[field.source]
            }
            depth={percent(field.depth)}
            parts={field.parts}
          />
        ))}
        {groups.map((group) => (
          <PartRows key={group.code} name={group.name} note={words.bar} depth="–" parts={group.parts} />
        ))}
      </table>
      {profile.notPlaced.length > 0 && (
        <p className="report-note">
          {`${words.notPlaced}: `}
          {[...new Set(profile.notPlaced.map((skill) => skill.quote))].map((quote, index) => (
            <Fragment key={quote}>
              {index > 0 && ' · '}
              <bdi>{quote}</bdi>
            </Fragment>
          ))}
        </p>
      )}
    </>
  );
}

function PartRows(props: {
  readonly name: string;
  readonly note: string;
  readonly depth: string;
  readonly parts: readonly ProfilePart[];
}): ReactNode {
  return (
    <tbody>
      {props.parts.map((part, index) => (
        <tr key={`${part.credential} ${part.pointer}`}>
          {index === 0 && (
            <>
              <th scope="rowgroup" rowSpan={props.parts.length}>
                <bdi>{props.name}</bdi>
                <span className="report-small">{props.note}</span>
              </th>
              <td rowSpan={props.parts.length} className="report-number">
                {props.depth}
              </td>
            </>
          )}
          <td>
            <bdi>{part.credentialName}</bdi>
            <span className="report-small">
              <bdi>{part.issuerName}</bdi>
            </span>
          </td>
          <td>
            <q>
              <bdi>{part.quote}</bdi>
            </q>
            <code className="report-path">{part.pointer}</code>
          </td>
          <td>{assessmentBases[part.assessmentBasis] ?? assessmentBases[0]}</td>
          <td className="report-number">{part.level === null ? words.levelNotStated : percent(part.level)}</td>
          <td>{standings[part.standing]}</td>
        </tr>
      ))}
    </tbody>
  );
}
