import { counted } from './plural.ts';

/** Words of the screens About the model, Settings and Log. */
export const model = {
  title: 'About the model',
  lead: 'What the text model does, what it does not, and every number that decides something.',
  inUse: 'The model in use',
  id: 'Model',
  hash: 'SHA-256',
  calibration: 'Calibration',
  calibrated: 'Fitted for this model: bands come from probabilities',
  uncalibrated: 'None for this model: bands are by rank only',
  absent: 'No model is in use',
  meaning: 'What text similarity means',
  meaningText: [
    'The model turns a wording into a list of numbers, so that wordings used in like ways lie close together. Tessera compares what a job asks with what a credential says, and calls the closeness text similarity.',
    'It is not a measure of a person, of skill or of fit. It helps to find evidence that uses other words; a must-have is met only by the same framework entry, the same words or a person.',
    'Only words about skills are compared: never a name, a picture, an e-mail address, a date of birth or the standing of an issuer. The model runs on this computer and sends nothing.',
  ],
  limits: 'Where it errs',
  limitsText: [
    'Words with two meanings mislead it: “Rust” may be a language or corrosion. Tessera asks the credential’s other words to decide, and shows the quote so that you can.',
    'It knows English best. A wording in another language can be found weaker than it is.',
  ],
  numbers: 'Every number that decides something',
  numbersText: 'These are the tables that the scoring itself reads.',
  columns: { name: 'Number', value: 'Value', decides: 'What it decides' },
};

export const settings = {
  title: 'Settings',
  appearance: 'Appearance',
  theme: 'Theme',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  screening: 'Screening',
  blind: 'Hide names (blind mode)',
  blindText: 'Shows pseudonyms in lists, profiles, titles and exports. Revealing a single person is logged.',
  ai: 'Use text similarity (AI)',
  aiText: 'Switched off, Tessera matches by identity and words alone, and lists people in import order.',
  whatIsPseudonym: 'What is a pseudonym?',
  whatIsSimilarity: 'What is text similarity?',
  trustTitle: 'Verification',
  judged: 'Credentials are judged as of',
  judgedFixed: 'a fixed date, set when this workspace was opened',
  judgedNow: 'the current date',
  recheckText: 'Looks at every stored credential again with today’s packs and pins.',
  keyboard: 'Keyboard',
  keys: [
    { key: 'Ctrl K or ⌘ K', does: 'Go to a screen, a person or a job' },
    { key: '/', does: 'Search the list' },
    { key: 'J or ↓', does: 'Next row' },
    { key: 'K or ↑', does: 'Previous row' },
    { key: 'Enter', does: 'Open the row' },
    { key: 'Escape', does: 'Close what is open' },
  ],
  key: 'Key',
  does: 'What it does',
  saved: 'Setting saved.',
};

export const log = {
  title: 'Log',
  lead: 'What people and Tessera did in this workspace, newest first.',
  empty: 'Nothing has been done yet.',
  columns: { at: 'When', what: 'What', by: 'By', subject: 'About', detail: 'Detail' },
  shown: (count: number, limit: number) =>
    count < limit ? counted(count, 'entry', 'entries') : `The newest ${counted(count, 'entry', 'entries')}`,
};
