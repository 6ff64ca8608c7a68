/** The settings of a match that nobody has edited, for hosts, which don't know the core. */
export { DEFAULT_SETTINGS } from '../core/matching/settings.ts';
