import type { Alignment, Credential, Quoted } from '../../../shared/model/credential.ts';
import type { NoEvidenceReason, SkillStatement, StatementSource } from '../../../shared/model/skill.ts';
import { hideSubject, withoutPronouns } from './hide-subject.ts';
import { isLevelAlignment, levelOfAchievement } from './level.ts';
import { normaliseSkillText } from './normalise.ts';
import { noEvidenceOfAlignment, noEvidenceOfCredential } from './outcome.ts';
import { splitClauses } from './windows.ts';

/**
 * The skills that a credential states, each with the field that says so. Only skill text is read: no name, address,
 * picture, date or number of a person or an issuer, and a narrative is freed of the subject's name first.
 * Where integrity failed (`content: 'withheld'`) nothing is read; what an endorsement says is not the subject's skill.
 *
 * @returns In the order alignments, name, tags, fields, licence, criteria, description, narrative; narratives come as
 *   one statement a clause. Statements of failed or open results are returned with the reason why they are no evidence.
 */
export function readStatements(credential: Credential): readonly SkillStatement[] {
  return readStatementsHiding(credential, []);
}

/** The same with further names left out of narratives: those under which the employer knows the person. */
export function readStatementsHiding(credential: Credential, knownAs: readonly string[]): readonly SkillStatement[] {
  const { achievement } = credential;
  const names = [credential.subject.name, ...knownAs];
  if (credential.content === 'withheld' || credential.standard === 'endorsement-3.0') return [];
  const level = achievement === null ? null : levelOfAchievement(achievement);
  const noEvidence = noEvidenceOfCredential(credential);

  const state = (quoted: Quoted | null, source: StatementSource): SkillStatement[] =>
    quoted === null ? [] : statement(credential, quoted, source, { level, noEvidence });
  const narrate = (quoted: Quoted | null, source: StatementSource): SkillStatement[] =>
    quoted === null
      ? []
      : splitClauses(names.reduce<string>((words, name) => hideSubject(words, name, source), quoted.text)).flatMap(
          (clause) => state({ text: clause, pointer: quoted.pointer }, source),
        );

  return [
    ...(achievement?.alignments ?? [])
      .filter((alignment) => !isLevelAlignment(alignment))
      .flatMap((alignment) => alignmentStatements(credential, alignment, level)),
    ...state(achievement === null ? credential.name : (achievement.name ?? credential.name), 'achievement-name'),
    ...(achievement?.tags ?? []).flatMap((tag) => state(tag, 'tag')),
    ...state(achievement?.fieldOfStudy ?? null, 'field-of-study'),
    ...state(achievement?.specialization ?? null, 'field-of-study'),
    ...(isLicence(credential) ? state(achievement?.name ?? null, 'licence') : []),
    ...narrate(achievement?.criteria ?? null, 'criteria'),
    ...narrate(achievement?.description ?? null, 'description'),
    ...narrate(credential.narrative, 'narrative'),
  ];
}

function alignmentStatements(credential: Credential, alignment: Alignment, level: number | null): SkillStatement[] {
  const source = /\/result(?:Description)?(?:\/|$)/u.test(alignment.pointer) ? 'result-alignment' : 'alignment';
  const frameworkIds = [alignment.targetUrl, alignment.targetCode].filter((id) => id !== null && isUri(id));
  const words = alignment.targetName ?? alignment.targetCode;
  if (words === null) return [];
  const quoted = {
    text: words,
    pointer: `${alignment.pointer}/${alignment.targetName === null ? 'targetCode' : 'targetName'}`,
  };
  return statement(credential, quoted, source, {
    level,
    noEvidence: noEvidenceOfAlignment(credential, alignment),
    frameworkIds: frameworkIds.filter((id) => id !== null),
  });
}

function statement(
  credential: Credential,
  { text: quote, pointer }: Quoted,
  source: StatementSource,
  stated: {
    readonly level: number | null;
    readonly noEvidence: NoEvidenceReason | null;
    readonly frameworkIds?: readonly string[];
  },
): SkillStatement[] {
  const text = statementText(quote, source);
  const { level, noEvidence, frameworkIds = [] } = stated;
  if (text === '') return [];
  return [{ credential: credential.key, pointer, quote, text, source, frameworkIds, level, noEvidence }];
}

/**
 * The words of a quote as they are compared. Pronouns are part of no skill; short fields are names and keep every word.
 */
export function statementText(quote: string, source: StatementSource): string {
  if (source === 'narrative') return normaliseSkillText(withoutPronouns(quote, source));
  const isRunningText = source === 'criteria' || source === 'description';
  return wordsOfAward(isRunningText ? withoutPronouns(quote, source) : quote);
}

/**
 * An award goes to many people in the same words, so they are kept once they are normalised; but nothing that was
 * written about one person is.
 */
function wordsOfAward(quote: string): string {
  const known = wordsByQuote.get(quote);
  if (known !== undefined) return known;
  if (wordsByQuote.size >= KEPT_QUOTES) wordsByQuote.clear();
  const words = normaliseSkillText(quote);
  wordsByQuote.set(quote, words);
  return words;
}

const KEPT_QUOTES = 4096;
const wordsByQuote = new Map<string, string>();

/** OB 3.0 AchievementType `License`; a licence number says the same. */
function isLicence(credential: Credential): boolean {
  const type = credential.achievement?.achievementType?.text.toLowerCase() ?? '';
  return credential.licenseNumber !== null || type.endsWith('license') || type.endsWith('licence');
}

function isUri(id: string): boolean {
  return /^(?:https?:\/\/|urn:|ce-|did:)/iu.test(id);
}
