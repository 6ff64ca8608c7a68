import { Fragment, type ReactNode } from 'react';
import { assessmentBases, fieldSources, percent, profile as words, standings } from '../messages/profile.en.ts';
import type { PlacedSkill, ProfilePart, TProfile } from '../model/profile.ts';

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
            note={groundOf(field)}
            depth={percent(field.depth)}
            needed={neededWords(field.depth, neededDepth(profile, field.code))}
            parts={field.parts}
          />
        ))}
        {neededAlone(profile).map((field) => (
          <EmptyRow key={field.code} name={field.name} needed={words.neededDepth(field.depth)} />
        ))}
        {groups.map((group) => (
          <PartRows
            key={group.code}
            name={group.name}
            note={words.bar}
            depth="–"
            needed={isGroupNeeded(profile, group.code) ? words.neededGroup : null}
            parts={group.parts}
          />
        ))}
        {profile.transversal
          .filter((group) => !group.evidenced && isGroupNeeded(profile, group.code))
          .map((group) => (
            <EmptyRow key={group.code} name={group.name} needed={words.neededGroup} />
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

/** Fields that the job needs and in which nothing is evidenced. */
function neededAlone({ needed, fields }: TProfile) {
  return (needed?.fields ?? []).filter(({ code }) => !fields.some((field) => field.code === code));
}

function neededDepth({ needed }: TProfile, code: string): number | null {
  return needed?.fields.find((field) => field.code === code)?.depth ?? null;
}

function neededWords(depth: number, needed: number | null): string | null {
  return needed === null ? null : `${words.neededDepth(needed)}, ${depth >= needed ? words.reached : words.notReached}`;
}

function isGroupNeeded({ needed }: TProfile, code: string): boolean {
  return needed?.transversal.some((group) => group.code === code && group.requirements.length > 0) ?? false;
}

function groundOf({ source, confidence }: Pick<PlacedSkill, 'source' | 'confidence'>): string {
  return source === 'similarity' ? `${fieldSources.similarity}, ${words.confidence(confidence)}` : fieldSources[source];
}

function EmptyRow({ name, needed }: { readonly name: string; readonly needed: string }): ReactNode {
  return (
    <tbody>
      <tr>
        <th scope="row">{name}</th>
        <td className="report-number">
          {percent(0)}
          <span className="report-small">{needed}</span>
        </td>
        <td colSpan={5} className="report-muted">
          {words.nothingHere}
        </td>
      </tr>
    </tbody>
  );
}

function PartRows(props: {
  readonly name: string;
  readonly note: string;
  readonly depth: string;
  /** What the job needs of it, in words. */
  readonly needed: string | null;
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
                {props.needed !== null && <span className="report-small">{props.needed}</span>}
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
            {part.skills.map((skill) => (
              <div key={`${skill.pointer} ${skill.quote}`}>
                <q>
                  <bdi>{skill.quote}</bdi>
                </q>
                <span className="report-small">{groundOf(skill)}</span>
                <code className="report-path">{skill.pointer}</code>
              </div>
            ))}
          </td>
          <td>{assessmentBases[part.assessmentBasis] ?? assessmentBases[0]}</td>
          <td className="report-number">{part.level === null ? words.levelNotStated : percent(part.level)}</td>
          <td>{standings[part.standing]}</td>
        </tr>
      ))}
    </tbody>
  );
}
