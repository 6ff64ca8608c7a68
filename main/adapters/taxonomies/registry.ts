import { caseReader } from './case.ts';
import { ctdlAsnReader } from './ctdl-asn.ts';
import { escoTabiyaReader } from './esco-tabiya.ts';
import { escoReader } from './esco.ts';
import { onetReader } from './onet.ts';
import { plainCsvReader } from './plain-csv.ts';
import type { TaxonomyReader } from './taxonomy-reader.ts';

/** The forms of taxonomies, one line each; the first that recognises a file reads it. */
export const TAXONOMY_READERS: readonly TaxonomyReader[] = [
  escoReader,
  escoTabiyaReader,
  onetReader,
  caseReader,
  ctdlAsnReader,
  plainCsvReader,
];
