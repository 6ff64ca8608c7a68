/** Every word that the window says, by screen. Functions fill in what varies (docs/decisions/messages.md). */
export { shell } from './shell.en.ts';
export { importing } from './import.en.ts';
export { candidate, candidates } from './candidates.en.ts';
export { job, jobs, kinds, priorities, unknownWarning, warnings } from './jobs.en.ts';
export { bands, factors, ranking, tiers } from './ranking.en.ts';
export { recognitions, shortVerdicts, trust, verdicts } from './trust.en.ts';
export { addingPack, axisConcerns, changes, effects, issuers, missing, policy } from './issuers.en.ts';
export { compare } from './compare.en.ts';
export { gaps, search } from './search.en.ts';
export { log, model, settings } from './settings.en.ts';
export { taxonomies } from './taxonomies.en.ts';
export { suggestSkill } from './suggest-skill.en.ts';
export { terms, type TermName } from './terms.en.ts';
