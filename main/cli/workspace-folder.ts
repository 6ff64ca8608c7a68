import { homedir, platform } from 'node:os';
import { join } from 'node:path';

/** The workspace of a command: as given, else `TESSERA_WORKSPACE`, else the one that the desktop app uses. */
export function workspaceFolder(given: string | undefined): string {
  return given ?? process.env['TESSERA_WORKSPACE'] ?? join(userDataFolder(), 'workspace');
}

/** Where Electron keeps an app's data (electronjs.org, `app.getPath('userData')`). */
function userDataFolder(): string {
  switch (platform()) {
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', 'tessera');
    case 'win32':
      return join(process.env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'tessera');
    default:
      return join(process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'tessera');
  }
}
