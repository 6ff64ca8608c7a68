import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import type { NamedFile } from '../../../main/core/ports.ts';
import { file } from './taxonomy-files.ts';

const matching = join(process.env['TESSERA_DATA'] ?? join(import.meta.dirname, '../../../../shared/data'), 'matching');
const folder = join(matching, 'esco');

export const hasEsco = [join(folder, 'skills_v1.1.1_en.jsonl'), join(matching, 'skill-extraction')].every((path) =>
  existsSync(path),
);

interface Skill {
  readonly id: string;
  readonly uri: string;
  readonly label: string;
  readonly alt: readonly string[];
  readonly type: string;
  readonly desc: string;
}

/** ESCO 1.1.1 out of our extract of it (its SOURCE.json), in the tables of the official download. */
export function escoTables(): readonly NamedFile[] {
  const skills = text('skills_v1.1.1_en.jsonl').map((line) => JSON.parse(line) as Skill);
  const groups = rows('skill_groups_v1.1.1.tsv');
  const uris = new Map(skills.map(({ id, uri }) => [id, uri]));
  const groupIds = new Set(groups.map(([id = '']) => id));
  const uriOf = (id: string) =>
    uris.get(id) ?? `http://data.europa.eu/esco/${/^\d+$/u.test(id) ? 'isced-f' : 'skill'}/${id}`;
  const typeOf = (id: string) => (groupIds.has(id) ? 'SkillGroup' : 'KnowledgeSkillCompetence');
  const prefix = 'ESCO dataset - v1.1.1 - classification - en - csv';
  return [
    table(`${prefix}/skills_en.csv`, [
      ['conceptType', 'conceptUri', 'skillType', 'preferredLabel', 'altLabels', 'status', 'description'],
      ...skills.map(({ uri, type, label, alt, desc }) => [
        ...['KnowledgeSkillCompetence', uri, type, label, alt.join('\n'), 'released', desc],
      ]),
    ]),
    table(`${prefix}/skillGroups_en.csv`, [
      ['conceptType', 'conceptUri', 'preferredLabel', 'altLabels', 'status', 'code'],
      ...groups.map(([id = '', code = '', label = '']) => ['SkillGroup', uriOf(id), label, '', 'released', code]),
    ]),
    table(`${prefix}/broaderRelationsSkillPillar.csv`, [
      ['conceptType', 'conceptUri', 'broaderType', 'broaderUri'],
      ...rows('skill_broader_v1.1.1.tsv').map(([id = '', broader = '']) => [
        ...[typeOf(id), uriOf(id), typeOf(broader), uriOf(broader)],
      ]),
    ]),
  ];
}

/** Phrases of job ads with the ids of the ESCO skills that people gave them, if any: the validation halves. */
export function labelledPhrases(): readonly { readonly query: string; readonly relevant: readonly string[] }[] {
  const names = ['house', 'tech'].flatMap((set) => [`${set}_val.span.jsonl`, `${set}_val.nolabel.jsonl`]);
  return names.flatMap((name) =>
    readFileSync(join(matching, 'skill-extraction', name), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { readonly query: string; readonly relevant: readonly string[] }),
  );
}

function table(name: string, content: readonly (readonly string[])[]): NamedFile {
  return file(name, stringify(content.map((row) => [...row])));
}

function text(name: string): readonly string[] {
  return readFileSync(join(folder, name), 'utf8').trim().split('\n');
}

function rows(name: string): readonly (readonly string[])[] {
  return text(name)
    .slice(1)
    .map((line) => line.split('\t'));
}
