import type { Achievement, Alignment, Quoted, Result, ResultDescription } from '../../../shared/model/credential.ts';
import type { SignedOrder } from './signed-order.ts';
import { list, member, number, object, stated, text, texts, type Located } from './located.ts';

/** The achievement of an AchievementSubject (OB 3.0), with the alignments of its result descriptions and their levels. */
export function readAchievement(subject: Located | null, order: SignedOrder): Achievement | null {
  const achievement = object(member(subject, 'achievement'));
  if (!achievement) return null;
  return {
    id: stated(member(achievement, 'id')),
    name: text(member(achievement, 'name')),
    description: text(member(achievement, 'description')),
    criteria: readCriteria(member(achievement, 'criteria')),
    achievementType: text(member(achievement, 'achievementType')),
    fieldOfStudy: text(member(achievement, 'fieldOfStudy')),
    specialization: text(member(achievement, 'specialization')),
    tags: readTags(achievement, 'tag'),
    creditsAvailable: number(member(achievement, 'creditsAvailable')),
    inLanguage: stated(member(achievement, 'inLanguage')),
    alignments: [...readAlignments(achievement), ...descriptionAlignments(achievement)],
    resultDescriptions: list(member(achievement, 'resultDescription')).flatMap((entry) =>
      readResultDescription(entry, order),
    ),
  };
}

/** What the subject achieved (OB 3.0 Result). */
export function readResults(subject: Located | null): readonly Result[] {
  return list(member(subject, 'result')).flatMap((entry) => {
    const result = object(entry);
    if (!result) return [];
    return [
      {
        pointer: result.pointer,
        resultDescription: stated(member(result, 'resultDescription')),
        achievedLevel: stated(member(result, 'achievedLevel')),
        value: stated(member(result, 'value')),
        status: stated(member(result, 'status')),
      },
    ];
  });
}

/** Alignments that stand at the subject's results. */
export function readResultAlignments(subject: Located | null): readonly Alignment[] {
  return list(member(subject, 'result')).flatMap((entry) => readAlignments(object(entry)));
}

/** The alignments of one object, under `alignment` (OB 3.0) or `alignments` (seen in the wild). */
export function readAlignments(of: Located | null): readonly Alignment[] {
  return [...list(member(of, 'alignment')), ...list(member(of, 'alignments'))].flatMap((entry) => {
    const alignment = object(entry);
    if (!alignment) return [];
    const read: Alignment = {
      pointer: alignment.pointer,
      targetName: words(member(alignment, 'targetName') ?? member(alignment, 'name')),
      targetUrl: stated(member(alignment, 'targetUrl') ?? member(alignment, 'url')),
      targetCode: stated(member(alignment, 'targetCode')),
      targetFramework: words(member(alignment, 'targetFramework') ?? member(alignment, 'framework')),
      targetType: stated(member(alignment, 'targetType')),
      targetDescription: words(member(alignment, 'targetDescription') ?? member(alignment, 'description')),
    };
    return (read.targetName ?? read.targetUrl ?? read.targetCode ?? read.targetDescription) ? [read] : [];
  });
}

/** Criteria as an object with a narrative, or as text. An address alone says nothing that can be compared. */
export function readCriteria(criteria: Located | null): Quoted | null {
  for (const entry of list(criteria)) {
    const narrative = text(member(entry, 'narrative'));
    if (narrative) return narrative;
    const plain = stated(entry);
    if (plain !== null && !/^[a-z][a-z0-9+.-]*:\S+$/i.test(plain.trim()))
      return { text: plain, pointer: entry.pointer };
  }
  return null;
}

export function readTags(of: Located | null, property: string): readonly Quoted[] {
  return texts(member(of, property)).map((tag) => ({ text: tag.text, pointer: tag.pointer }));
}

function descriptionAlignments(achievement: Located): readonly Alignment[] {
  return list(member(achievement, 'resultDescription')).flatMap((entry) => {
    const description = object(entry);
    const levels = list(member(description, 'rubricCriterionLevel')).map(object);
    return [...readAlignments(description), ...levels.flatMap(readAlignments)];
  });
}

function readResultDescription(entry: Located, order: SignedOrder): readonly ResultDescription[] {
  const description = object(entry);
  if (!description) return [];
  return [
    {
      pointer: description.pointer,
      id: stated(member(description, 'id')),
      name: words(member(description, 'name')),
      resultType: stated(member(description, 'resultType')),
      levels: list(member(description, 'rubricCriterionLevel')).flatMap(readLevel),
      levelsOrdered: order.levels,
      allowedValues: list(member(description, 'allowedValue')).flatMap((value) => stated(value) ?? []),
      allowedValuesOrdered: order.allowedValues,
      requiredLevel: stated(member(description, 'requiredLevel')),
      requiredValue: stated(member(description, 'requiredValue')),
      valueMin: stated(member(description, 'valueMin')),
      valueMax: stated(member(description, 'valueMax')),
    },
  ];
}

function readLevel(entry: Located): ResultDescription['levels'] {
  const level = object(entry);
  const id = stated(member(level, 'id'));
  if (level === null || id === null) return [];
  const ordinal = stated(member(level, 'level'));
  return [
    {
      pointer: level.pointer,
      id,
      name: words(member(level, 'name')) ?? ordinal ?? id,
      level: ordinal,
      points: stated(member(level, 'points')),
    },
  ];
}

function words(from: Located | null): string | null {
  return text(from)?.text ?? null;
}
