/**
 * Every number that decides how a T-profile is read, in one place. The formulas are those published with the app:
 *
 *   depth   = qualityShare · best(level × basis/5 × trust) + volumeShare · (1 − e^(−Σ volume·trust / volumeScale))
 *   volume  = min(1, credits / creditsOfFullVolume), or volumeWithoutCredits
 *
 * All values are 0–1 unless a unit is named.
 */
export const PROFILE_SETTINGS = {
  depth: { qualityShare: 0.7, volumeShare: 0.3, volumeScale: 0.5 },
  volume: {
    /**
     * ECTS credits that make a full volume. Open Badges has no unit for credits; the number is read as ECTS, which
     * understates semester hours and never overstates them.
     */
    creditsOfFullVolume: 60,
    withoutCredits: 0.15,
    /** A degree that states no credits: every cycle of the European framework takes at least 60 ECTS. */
    degreeWithoutCredits: 1,
  },
  level: {
    eqfLevels: 8,
    /** Where nothing is stated: the middle of the scale, shown as "not stated". */
    notStated: 0.5,
  },
  basis: {
    steps: 5,
    /** At or below this step (attendance, participation) a credential gives breadth and no volume. 0 is "not stated". */
    recognitionOnly: 1,
  },
  /** By verification; `unknownIssuer` is for every reservation. The same steps as in the score. */
  trust: { recognised: 1, unknownIssuer: 0.9, notVerifiableOffline: 0.75, selfAsserted: 0.6, notValid: 0 },
  placing: {
    /** Least hybrid similarity at which a skill is placed in a field; below, it is listed as not placed. */
    field: 0.5,
    /** The same for a transversal group, which must also beat every field. */
    group: 0.6,
    /** Within a credential that states its field, a skill leaves for the bar only from here. */
    groupAgainstStatedField: 0.75,
    /** Without a model only words are compared, and on a scale of their own. */
    withoutModel: { field: 0.35, group: 0.45, groupAgainstStatedField: 0.55 },
    /** A field needs this share of a credential's placed skills, so that one stray word moves no degree. */
    leastShare: 0.25,
    /** Similarity at which the confidence is 0 and 1; between, linear. */
    confidence: { none: 0.3, full: 0.85 },
    /** Two fields nearer to each other than this halve the confidence. */
    closeCall: 0.03,
  },
  shape: {
    /** Distinct skill statements below which no shape is given. */
    leastEvidence: 3,
    /** Depth from which a field is a stem. */
    stem: 0.45,
    /** Depth from which another field counts as breadth. */
    breadth: 0.25,
    /** Fields and groups beside the stem that make a bar. */
    bar: 1,
    /** A shape stays while thresholds moved by this much would still give it. */
    hysteresis: 0.05,
  },
} as const;
