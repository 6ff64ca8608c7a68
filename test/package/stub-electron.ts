import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { NtExecutable, NtExecutableResource, Resource } from 'resedit';

export type System = 'win' | 'mac' | 'linux';

/** Where @electron/fuses looks for the switches in a binary: a mark, the wire's version and length, one byte a fuse. */
const FUSE_MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSES_OFF = Uint8Array.from([1, 9, ...Array.from({ length: 9 }, () => '0'.charCodeAt(0))]);

/**
 * Lays out as much of an Electron distribution as electron-builder touches, so that what *we* put into a package can be
 * read without the binary that nobody can fetch here.
 */
export function writeStubElectron(folder: string, system: System): void {
  for (const [path, content] of stubFiles(system)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content, { mode: 0o755 });
  }
}

function stubFiles(system: System): readonly (readonly [string, Uint8Array | string])[] {
  const binary = Buffer.concat([Buffer.from(`stub${FUSE_MARK}`), FUSES_OFF]);
  switch (system) {
    case 'linux':
      return [
        ['electron', binary],
        ['locales/en-US.pak', ''],
      ];
    case 'win':
      return [
        ['electron.exe', Buffer.concat([emptyProgram(), binary])],
        ['locales/en-US.pak', ''],
      ];
    case 'mac':
      return [
        ['Electron.app/Contents/Info.plist', plist('Electron')],
        ['Electron.app/Contents/MacOS/Electron', binary],
        ['Electron.app/Contents/Resources/en.lproj/locale.pak', ''],
        ['Electron.app/Contents/Frameworks/Electron Framework.framework/Electron Framework', binary],
        ...[
          'Electron Helper',
          'Electron Helper (Renderer)',
          'Electron Helper (GPU)',
          'Electron Helper (Plugin)',
        ].flatMap((name): [string, Uint8Array | string][] => [
          [`Electron.app/Contents/Frameworks/${name}.app/Contents/Info.plist`, plist(name)],
          [`Electron.app/Contents/Frameworks/${name}.app/Contents/MacOS/${name}`, 'stub'],
        ]),
      ];
  }
}

/** A Windows program with headers and a version only; electron-builder writes the archive's hash into its resources. */
function emptyProgram(): Buffer {
  const program = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(program, true);
  const version = Resource.VersionInfo.createEmpty();
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron', FileDescription: 'Electron' });
  version.outputToResourceEntries(resources.entries);
  resources.outputResource(program);
  return Buffer.from(program.generate());
}

function plist(name: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0"><dict>
<key>CFBundleExecutable</key><string>${name}</string>
<key>CFBundleIdentifier</key><string>example.stub</string>
<key>CFBundleName</key><string>${name}</string>
</dict></plist>
`;
}
