import type { Credential } from '../../../shared/model/credential.ts';

/** On what a credential rests: the step 0–5 of the assessment ladder, the rule that gave it and the field that decided. */
export interface AssessmentBasis {
  readonly step: 0 | 1 | 2 | 3 | 4 | 5;
  readonly rule: AssessmentRule;
}

/** Which rule of the ladder gave the step. */
export type AssessmentRule =
  | 'not-stated'
  | 'attendance-stated'
  | 'recognition-type'
  | 'completion-type'
  | 'completed-status'
  | 'graded-result'
  | 'assessed-qualification'
  | 'rubric-result-with-criteria'
  | 'result-with-evidence-and-criteria'
  | 'application-with-evidence-and-assessor';

/**
 * The ladder: 0 not stated · 1 attendance or participation · 2 completion · 3 knowledge assessed · 4 application
 * assessed (a rubric, or a result beside evidence, under published criteria) · 5 as 4 with evidence and a named assessor
 * or a verified endorsement. Only stated fields decide; the word "badge" or "certificate" in a title decides nothing.
 */
export function assessmentBasis(credential: Credential): AssessmentBasis {
  const application = applicationRule(credential);
  if (application !== null) {
    const assessed = credential.source !== null || credential.report.checks.endorsements.state === 'pass';
    if (credential.evidenceCount > 0 && assessed) return { step: 5, rule: 'application-with-evidence-and-assessor' };
    return { step: 4, rule: application };
  }
  if (credential.results.some(isGraded)) return { step: 3, rule: 'graded-result' };
  const type = credential.achievement?.achievementType?.text ?? '';
  if (ASSESSED_QUALIFICATIONS.has(type)) return { step: 3, rule: 'assessed-qualification' };
  if (RECOGNITION_TYPES.has(type)) return { step: 1, rule: 'recognition-type' };
  if (statesAttendance(credential)) return { step: 1, rule: 'attendance-stated' };
  if (COMPLETION_TYPES.has(type)) return { step: 2, rule: 'completion-type' };
  if (credential.results.some((result) => result.status === 'Completed')) return { step: 2, rule: 'completed-status' };
  return { step: 0, rule: 'not-stated' };
}

/** Open Badges types that no issuer gives without an assessment of knowledge. */
const ASSESSED_QUALIFICATIONS: ReadonlySet<string> = new Set([
  'Assessment',
  'AssociateDegree',
  'BachelorDegree',
  'Certification',
  'Degree',
  'Diploma',
  'DoctoralDegree',
  'GeneralEducationDevelopment',
  'JourneymanCertificate',
  'License',
  'MasterCertificate',
  'MasterDegree',
  'ProfessionalDoctorate',
  'ResearchDoctorate',
  'SecondarySchoolDiploma',
]);

const RECOGNITION_TYPES: ReadonlySet<string> = new Set(['Award', 'CoCurricular', 'CommunityService', 'Membership']);

const COMPLETION_TYPES: ReadonlySet<string> = new Set([
  'ApprenticeshipCertificate',
  'Certificate',
  'CertificateOfCompletion',
  'Course',
  'Fieldwork',
  'LearningProgram',
]);

function applicationRule(
  credential: Credential,
): 'rubric-result-with-criteria' | 'result-with-evidence-and-criteria' | null {
  if (credential.achievement === null || credential.achievement.criteria === null) return null;
  const rubricLevels = new Set(
    credential.achievement.resultDescriptions.flatMap((description) => description.levels.map((level) => level.id)),
  );
  if (credential.results.some((result) => result.achievedLevel !== null && rubricLevels.has(result.achievedLevel))) {
    return 'rubric-result-with-criteria';
  }
  if (credential.evidenceCount > 0 && credential.results.some(isGraded)) return 'result-with-evidence-and-criteria';
  return null;
}

function isGraded(result: Credential['results'][number]): boolean {
  return result.value !== null || result.achievedLevel !== null;
}

/** Titles and tags only: criteria often say that attendance alone is *not* enough. */
function statesAttendance(credential: Credential): boolean {
  const texts = [credential.achievement?.name, ...(credential.achievement?.tags ?? [])];
  return texts.some((text) => /\b(attend(ance|ed|ee)|participa(tion|nt|ted))\b/iu.test(text?.text ?? ''));
}
