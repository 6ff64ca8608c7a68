import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, protocol, session, utilityProcess, type Session } from 'electron';
import { APP_SCHEME } from './app-address.ts';
import { answerAppRequest } from './app-protocol.ts';
import { setApplicationMenu } from './application-menu.ts';
import { hostEngine } from './engine-host.ts';
import { openMainWindow } from './main-window.ts';
import { serveRenderer } from './renderer-endpoint.ts';
import { lockDownContents, lockDownSession } from './session-lockdown.ts';

/** Entry of the desktop app: opens the window, carries between it and the engine, and does nothing else itself. */

// Everything written from here on is readable by this user only.
process.umask(0o077);

// Built, this file stands in dist/main; the page and the preload stand beside that folder.
const BUILT = join(import.meta.dirname, '..');
const PAGE = join(BUILT, 'renderer');
const PRELOAD = join(BUILT, 'preload', 'preload.cjs');

protocol.registerSchemesAsPrivileged([
  { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
app.enableSandbox();
// No name is ever looked up, whatever asks for it: Chromium's own services included.
app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
app.commandLine.appendSwitch('disable-background-networking');
app.on('web-contents-created', (_event, contents) => lockDownContents(contents));

// Two processes on one workspace would wait for each other's locks; the second one only raises the first one's window.
if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.quit();

function start(): void {
  setApplicationMenu(process.platform);
  const page = pageSession();
  const engine = hostEngine({
    startEngine: () => startProcess('engine-process', engineArguments()),
    startEmbedder: () => startProcess('embedder-process', [modelFolder()]),
    onRestart: () => void dialog.showMessageBox({ type: 'warning', message: ENGINE_RESTARTED }),
    onGivenUp() {
      dialog.showErrorBox('Tessera', ENGINE_GIVEN_UP);
      app.quit();
    },
  });
  serveRenderer(ipcMain, engine, () => BrowserWindow.getAllWindows().map((window) => window.webContents));
  openMainWindow(PRELOAD, page);
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openMainWindow(PRELOAD, page);
  });
  app.on('second-instance', raiseWindow);
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', () => engine.stop());
}

const ENGINE_RESTARTED =
  'Tessera’s engine stopped unexpectedly and was started again. Nothing that was reported as imported is lost; ' +
  'an import that was running can be resumed on the Import screen.';
const ENGINE_GIVEN_UP =
  'Tessera’s engine could not be started. The log in Tessera’s data folder says why. The workspace was not changed.';

/** A session in memory: the page leaves nothing on disk, what is kept is kept by the engine. */
function pageSession(): Session {
  const page = session.fromPartition('tessera-page');
  lockDownSession(page);
  page.protocol.handle(APP_SCHEME, (request) => answerAppRequest(request, PAGE, readPageFile));
  return page;
}

async function readPageFile(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return await readFile(path);
  } catch {
    return null;
  }
}

function startProcess(entry: 'engine-process' | 'embedder-process', args: readonly string[]) {
  return utilityProcess.fork(join(import.meta.dirname, `${entry}.js`), [...args], { serviceName: `tessera-${entry}` });
}

function engineArguments(): readonly string[] {
  const workspace = join(app.getPath('userData'), 'workspace');
  // A demo and the tests judge at a fixed date; the status line of the page shows it.
  const at = process.argv.find((argument) => argument.startsWith('--at='));
  return [`--workspace=${workspace}`, `--model=${modelFolder()}`, ...(at === undefined ? [] : [at])];
}

/** Packaged, the model lies beside the asar as an extra resource; in a checkout it lies with the sources. */
function modelFolder(): string {
  return app.isPackaged
    ? join(process.resourcesPath, 'model')
    : join(BUILT, '..', 'main', 'adapters', 'embedding', 'model');
}

function raiseWindow(): void {
  const window = BrowserWindow.getAllWindows()[0];
  if (window === undefined) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}
