/** A file that a person chose or dropped, by the name under which it is reported: its path within what was chosen. */
export interface ChosenFile {
  readonly name: string;
  readonly file: File;
}

/** The files of an `<input type="file">`, with or without a folder. */
export function filesOfInput(list: FileList): ChosenFile[] {
  return inOrder([...list].map((file) => ({ name: file.webkitRelativePath || file.name, file })));
}

/** All files of a drop, those in folders too. Must be called while the event is handled: later the browser forgets them. */
export async function filesOfDrop(data: DataTransfer): Promise<ChosenFile[]> {
  const items = [...data.items].filter((item) => item.kind === 'file');
  const entries = items.map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const found = await Promise.all(
    entries.map(({ entry, file }) => {
      if (entry !== null) return filesOfEntry(entry);
      return file === null ? [] : [{ name: file.name, file }];
    }),
  );
  return inOrder(found.flat());
}

async function filesOfEntry(entry: FileSystemEntry): Promise<ChosenFile[]> {
  if (isFile(entry)) return [{ name: entry.fullPath.replace(/^\//, ''), file: await fileOf(entry) }];
  if (!isFolder(entry)) return [];
  const children = await entriesOf(entry.createReader());
  return (await Promise.all(children.map(filesOfEntry))).flat();
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** A reader hands out a hundred entries at a time until it hands out none. */
async function entriesOf(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

/** The same choice gives the same order, whatever the disk's own is. */
function inOrder(files: ChosenFile[]): ChosenFile[] {
  return files.sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
}

/** Bytes and files of one request; the engine takes more, but a person wants to see it move. */
const PIECE = { bytes: 16 * 1024 * 1024, files: 200 };

/** Cuts a choice into pieces of a size that one request carries; a larger file is a piece of its own. */
export function piecesOf(files: readonly ChosenFile[]): ChosenFile[][] {
  const pieces: ChosenFile[][] = [];
  let piece: ChosenFile[] = [];
  let size = 0;
  for (const chosen of files) {
    if (piece.length === PIECE.files || (piece.length > 0 && size + chosen.file.size > PIECE.bytes)) {
      pieces.push(piece);
      piece = [];
      size = 0;
    }
    piece.push(chosen);
    size += chosen.file.size;
  }
  if (piece.length > 0) pieces.push(piece);
  return pieces;
}
