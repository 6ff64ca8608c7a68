/**
 * The narrow fields 011–104 of ISCED-F 2013 (UNESCO) by code, with their English names; the codes of `Job.field` and of
 * T-profiles. The generic programmes (001 basic, 002 literacy and numeracy, 003 personal skills) are no field of depth:
 * what they teach is transversal.
 */
export const ISCED_FIELDS = {
  '011': 'Education',
  '021': 'Arts',
  '022': 'Humanities (except languages)',
  '023': 'Languages',
  '031': 'Social and behavioural sciences',
  '032': 'Journalism and information',
  '041': 'Business and administration',
  '042': 'Law',
  '051': 'Biological and related sciences',
  '052': 'Environment',
  '053': 'Physical sciences',
  '054': 'Mathematics and statistics',
  '061': 'Information and Communication Technologies (ICTs)',
  '071': 'Engineering and engineering trades',
  '072': 'Manufacturing and processing',
  '073': 'Architecture and construction',
  '081': 'Agriculture',
  '082': 'Forestry',
  '083': 'Fisheries',
  '084': 'Veterinary',
  '091': 'Health',
  '092': 'Welfare',
  '101': 'Personal services',
  '102': 'Hygiene and occupational health services',
  '103': 'Security services',
  '104': 'Transport services',
} as const;
export type IscedFieldCode = keyof typeof ISCED_FIELDS;

/** The codes, lowest first. */
export const ISCED_FIELD_CODES = (Object.keys(ISCED_FIELDS) as IscedFieldCode[]).sort();

/** The narrow field of a code of three digits or more (`061`, `0613`); null where there is none. */
export function narrowField(code: string): { readonly code: IscedFieldCode; readonly name: string } | null {
  const narrow = ISCED_FIELD_CODES.find((one) => code.startsWith(one));
  return narrow === undefined ? null : { code: narrow, name: ISCED_FIELDS[narrow] };
}
