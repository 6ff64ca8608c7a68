import { deflateRawSync } from 'node:zlib';
import { utf8 } from '../../fixtures/content/secure.ts';
import { zip } from '../../fixtures/signing/zip.ts';
import { crc32 } from '../../fixtures/signing/png.ts';
import { attack, FORGED, on, refused, type Attack, type AttackedFile, type Landing } from './attack.ts';
import { ACHIEVEMENT, withValue, type Genuine } from './genuine.ts';

const CLIMBS = refused('zip-path-traversal');
const BOMB = refused('zip-bomb', 'file-too-large');
const DAMAGED = refused('zip-damaged', 'zip-encrypted', 'zip-bomb');

/** Archives that climb, swell or lie. */
export const ARCHIVES: readonly Attack[] = [
  entries(
    'zip-climbs',
    'An entry writes outside of the folder.',
    (forged) => [{ name: '../../../outside.json', bytes: forged }],
    [CLIMBS],
  ),
  entries(
    'zip-absolute',
    'An entry with a path from the root.',
    (forged) => [{ name: '/etc/outside.json', bytes: forged }],
    [CLIMBS],
  ),
  entries('zip-drive', 'An entry on another drive.', (forged) => [{ name: 'C:/outside.json', bytes: forged }], [
    CLIMBS,
  ]),
  entries(
    'zip-backslash',
    'An entry that climbs with backslashes.',
    (forged) => [{ name: '..\\..\\outside.json', bytes: forged }],
    [CLIMBS],
  ),
  entries(
    'zip-dots-inside',
    'An entry that climbs in the middle.',
    (forged) => [{ name: 'a/../../outside.json', bytes: forged }],
    [CLIMBS],
  ),
  entries(
    'zip-bomb',
    'A small file that becomes forty megabytes.',
    () => [{ name: 'zeros.json', bytes: new Uint8Array(40_000_000) }],
    [BOMB],
  ),
  entries(
    'zip-bomb-of-many',
    'Hundreds of entries that are harmless one by one.',
    () => Array.from({ length: 60 }, (_, index) => ({ name: `${index}.json`, bytes: new Uint8Array(990_000) })),
    [BOMB],
  ),
  entries(
    'zip-in-zip-in-zip',
    'Archives in archives.',
    (forged) => [
      {
        name: 'a.zip',
        bytes: zip([
          { name: 'b.zip', bytes: zip([{ name: 'c.zip', bytes: zip([{ name: 'd.json', bytes: forged }]) }]) },
        ]),
      },
    ],
    [refused('zip-nested-too-deep')],
  ),
  entries(
    'zip-bomb-in-zip',
    'A bomb in an archive in an archive.',
    () => [{ name: 'a.zip', bytes: zip([{ name: 'zeros.json', bytes: new Uint8Array(40_000_000) }]) }],
    [BOMB],
  ),
  entries(
    'zip-forged',
    'A forged credential in an archive.',
    (forged) => [{ name: 'credential.json', bytes: forged }],
    [on('integrity', 'signature-invalid')],
  ),
  entries(
    'zip-many',
    'Twenty-one thousand entries.',
    () => Array.from({ length: 21_000 }, (_, index) => ({ name: `${index}`, bytes: new Uint8Array(0) })),
    [BOMB],
  ),
  entries(
    'zip-hidden-beside-real',
    'A forged credential under a name that hides beside the real one.',
    (forged, real) => [
      { name: 'credential.json', bytes: real },
      { name: 'credential.json ', bytes: forged },
    ],
    [on('integrity', 'signature-invalid')],
    'credential.json ',
  ),
  archive('zip-size-lies', 'An entry that is larger than it says.', (forged) => lying(forged, { size: 10 }), [
    BOMB,
    DAMAGED,
  ]),
  archive('zip-sum-lies', 'An entry whose check sum is another’s.', (forged) => lying(forged, { sum: 1 }), [DAMAGED]),
  archive(
    'zip-link',
    'An entry that is a link to a file of the machine.',
    () => lying(utf8('/etc/passwd'), { attributes: 0xa1ff_0000 }),
    [CLIMBS],
  ),
  archive('zip-encrypted', 'An entry that is encrypted.', (forged) => lying(forged, { flags: 1 }), [DAMAGED]),
  archive('zip-unknown-method', 'A compression that nobody knows.', (forged) => lying(forged, { method: 99 }), [
    DAMAGED,
  ]),
  archive(
    'zip-cut',
    'An archive that ends too early.',
    (forged) => zip([{ name: 'a.json', bytes: forged }]).slice(0, 300),
    [DAMAGED],
  ),
  archive('zip-two-of-a-name', 'Two entries of one name: which one counts?', (forged) => twice(forged), [DAMAGED]),
  archive('zip-zero-in-name', 'A name that ends early for some.', (forged) => lying(forged, { name: 'a.json\0.txt' }), [
    CLIMBS,
  ]),
];

interface Entry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

function words({ badge }: Genuine): readonly [Uint8Array, Uint8Array] {
  return [utf8(JSON.stringify(withValue(badge, [...ACHIEVEMENT, 'name'], FORGED))), utf8(JSON.stringify(badge))];
}

function entries(
  name: string,
  hope: string,
  make: (forged: Uint8Array, real: Uint8Array) => readonly Entry[],
  lands: readonly Landing[],
  target = '',
): Attack {
  return attack(name, hope, { files: (genuine) => [file(zip(make(...words(genuine))), target)] }, lands);
}

function archive(
  name: string,
  hope: string,
  make: (forged: Uint8Array) => Uint8Array,
  lands: readonly Landing[],
): Attack {
  return attack(name, hope, { files: (genuine) => [file(make(words(genuine)[0]))] }, lands);
}

/** `entry` is the ending of the name under which the attacked entry comes out; '' where any may be it. */
function file(bytes: Uint8Array, entry = ''): AttackedFile & { readonly entry: string } {
  return { name: 'credentials.zip', bytes, place: 'ZIP', pointer: '', entry };
}

interface Lies {
  readonly name?: string;
  readonly size?: number;
  readonly sum?: number;
  readonly attributes?: number;
  readonly flags?: number;
  readonly method?: number;
}

/** An archive of one entry whose directory says what it likes (APPNOTE 6.3.10, sections 4.3.7 and 4.3.12). */
function lying(content: Uint8Array, lies: Lies): Uint8Array {
  return joined([content], lies);
}

function twice(content: Uint8Array): Uint8Array {
  return joined([utf8('{}'), content], {});
}

function joined(contents: readonly Uint8Array[], lies: Lies): Uint8Array {
  const name = Buffer.from(lies.name ?? 'credential.json');
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const content of contents) {
    const data = deflateRawSync(content);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(lies.flags ?? 0, 2);
    fields.writeUInt16LE(lies.method ?? 8, 4);
    fields.writeUInt32LE(lies.sum ?? crc32(content), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(lies.size ?? content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    locals.push(Buffer.concat([Buffer.from('PK\x03\x04'), fields, name, data]));
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(lies.attributes ?? 0, 6);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 3]), fields, rest, name]));
    offset += locals.at(-1)?.length ?? 0;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(contents.length, 4);
  end.writeUInt16LE(contents.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return new Uint8Array(Buffer.concat([...locals, central, Buffer.from('PK\x05\x06'), end]));
}
