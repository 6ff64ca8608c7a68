import type { Securing } from '../../core/credentials/found-credential.ts';
import type { IssuerPack } from '../../core/ports.ts';
import { isList, isObject } from '../../core/verification/json-fields.ts';
import type { Json, JsonObject } from '../../../shared/model/json.ts';
import { assertNever } from '../../../shared/model/never.ts';

/** What can decide about a credential: every text in it, and the documents of packs that it leads to. */
export interface References {
  /** Texts of the credential and of those documents, tokens unpacked; ids with and without their fragment. */
  readonly texts: ReadonlySet<string>;
  /** The credential's own values, with tokens in them decoded. */
  readonly own: readonly Json[];
  /** Documents of the packs: status lists, DID documents, entries, vocabularies and schemas. */
  readonly documents: readonly Json[];
}

/**
 * Follows all that a credential names into the packs, and from there on: its status list, the issuer of that list, the
 * vocabulary of the list. Takes rather too much than too little: a text that happens to be an id counts.
 */
export function followReferences(values: readonly Json[], packs: readonly IssuerPack[]): References {
  const texts = new Set<string>();
  const own: Json[] = [];
  const documents: Json[] = [];
  const indexes = packs.map(indexOf);
  const waiting: string[] = [];
  const read = (value: Json, into: Json[]): void => {
    into.push(value);
    forEachText(value, (text) => {
      const forms = text.includes('#') ? [text, withoutFragment(text)] : [text];
      for (const form of forms) {
        if (texts.has(form)) continue;
        texts.add(form);
        waiting.push(form);
      }
      for (const decoded of decodeToken(text)) read(decoded, into);
    });
  };
  for (const value of values) read(value, own);
  for (let text = waiting.pop(); text !== undefined; text = waiting.pop()) {
    for (const index of indexes) for (const document of index.get(text) ?? []) read(document, documents);
  }
  return { texts, own, documents };
}

/** What stands in the wrapping of a credential or a presentation: the claims and keys of a token. */
export function valuesOfSecuring(securing: Securing): readonly Json[] {
  switch (securing.kind) {
    case 'none':
    case 'embedded-proof':
      return [];
    case 'jwt':
      return [securing.header, securing.payload];
    case 'sd-jwt': {
      const binding = securing.keyBinding;
      const bound = binding === null ? [] : [binding.header, binding.payload];
      return [securing.header, securing.payload, ...bound];
    }
    default:
      return assertNever(securing);
  }
}

/** Every id and URL under which a pack holds something. */
export function idsOfPack(pack: IssuerPack): Iterable<string> {
  return indexOf(pack).keys();
}

/** A pack does not change once it was read. */
const INDEXES = new WeakMap<IssuerPack, ReadonlyMap<string, readonly Json[]>>();

function indexOf(pack: IssuerPack): ReadonlyMap<string, readonly Json[]> {
  const known = INDEXES.get(pack);
  if (known !== undefined) return known;
  const index = new Map<string, Json[]>();
  const put = (id: string, document: Json): void => {
    const place = index.get(id);
    if (place === undefined) index.set(id, [document]);
    else if (!place.includes(document)) place.push(document);
  };
  for (const entry of pack.entries) {
    // Entries are plain data; their keys carry dates, and ids under which a signature may name them.
    const document = JSON.parse(JSON.stringify(entry)) as JsonObject;
    const ids = [...entry.ids, ...entry.keys.map((key) => key.id)];
    for (const id of ids) for (const form of [id, withoutFragment(id)]) put(form, document);
  }
  for (const documents of [pack.didDocuments, pack.statusLists, pack.contexts, pack.schemas]) {
    for (const [id, document] of Object.entries(documents)) put(id, document);
  }
  // A key or a document may be named by an id that stands inside a DID document only.
  for (const [id, document] of Object.entries(pack.didDocuments)) {
    forEachText(document, (text) => {
      if (text.startsWith('did:') || text.startsWith('https:')) put(text, { id });
    });
  }
  INDEXES.set(pack, index);
  return index;
}

function forEachText(value: Json, visit: (text: string) => void): void {
  if (typeof value === 'string') visit(value);
  else if (isList(value)) for (const item of value) forEachText(item, visit);
  else if (isObject(value)) for (const member of Object.values(value)) forEachText(member, visit);
}

function withoutFragment(id: string): string {
  const end = id.indexOf('#');
  return end > 0 ? id.slice(0, end) : id;
}

const TOKEN = /^[\w-]{8,}(\.[\w-]+){1,4}(~[\w~.-]*)?$/;

/** The readable parts of a JWT or an SD-JWT with its disclosures, also behind a `data:` URL; none for other texts. */
function decodeToken(text: string): readonly Json[] {
  const token = text.startsWith('data:') ? text.slice(text.indexOf(',') + 1) : text;
  if (token.length < 20 || !token.includes('.') || !TOKEN.test(token)) return [];
  return token.split(/[.~]/).flatMap((part) => {
    try {
      const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
      return typeof value === 'object' && value !== null ? [value as Json] : [];
    } catch {
      return [];
    }
  });
}
