import type { ReactNode } from 'react';
import { compare as words } from '../messages/compare.en.ts';
import { percent, profile as profileWords, shapeNames, standings } from '../messages/profile.en.ts';
import type { TransversalGroup } from '../model/profile.ts';
import type { ComparePictureProps } from './ComparePicture.tsx';
import { compareColumns, letterOf, type CompareBar } from './profile-picture/compare-layout.ts';
import { segmentsOf, type Segment } from './profile-picture/profile-layout.ts';

/** All that the picture of several people shows, as a table. */
export function CompareTable({ needed, people, jobTitle }: ComparePictureProps): ReactNode {
  const profiles = people.map(({ profile }) => profile);
  return (
    <>
      <table className="report-table">
        <caption>{words.pictureTitle(jobTitle)}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.field}</th>
            <th scope="col">{words.columns.needed}</th>
            {people.map(({ label, profile }, index) => (
              <th scope="col" key={profile.candidate}>
                {`${letterOf(index)} `}
                <bdi>{label}</bdi>
                <span className="report-small">{shapeNames[profile.shape]}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {compareColumns(needed, profiles).map((column) => (
            <tr key={column.code}>
              <th scope="row">
                {column.name}
                {column.isCore && <span className="report-small">{profileWords.jobField}</span>}
              </th>
              <td className="report-number">{column.needed === null ? words.notAsked : percent(column.needed)}</td>
              {column.bars.map((bar, index) => (
                <td key={people[index]?.profile.candidate}>
                  <BarWords bar={bar} needed={column.needed} />
                </td>
              ))}
            </tr>
          ))}
          {needed.transversal.map((group) => (
            <tr key={group.code}>
              <th scope="row">
                {group.name}
                <span className="report-small">{profileWords.bar}</span>
              </th>
              <td>{group.requirements.length === 0 ? words.notAsked : words.asked(group.requirements.length)}</td>
              {profiles.map((profile) => (
                <td key={profile.candidate}>
                  <GroupWords group={profile.transversal.find(({ code }) => code === group.code)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {needed.notPlaced.length > 0 && (
        <p className="report-note">{words.notPlaced(needed.notPlaced.map(({ text }) => text))}</p>
      )}
    </>
  );
}

function BarWords({ bar, needed }: { readonly bar: CompareBar; readonly needed: number | null }): ReactNode {
  if (bar.segments.length === 0) return <span className="report-muted">{words.nothing}</span>;
  return (
    <>
      {percent(bar.depth)}
      {needed !== null && `, ${bar.depth >= needed ? words.reaches : words.below(needed - bar.depth)}`}
      <span className="report-small">{standingWords(bar.segments)}</span>
    </>
  );
}

function GroupWords({ group }: { readonly group: TransversalGroup | undefined }): ReactNode {
  if (group?.evidenced !== true) return <span className="report-muted">{words.nothing}</span>;
  return (
    <>
      {words.evidenced}
      <span className="report-small">{standingWords(segmentsOf(group.parts))}</span>
    </>
  );
}

function standingWords(segments: readonly Segment[]): string {
  return segments.map(({ standing }) => standings[standing]).join(', ');
}
