import type * as Electron from 'electron';
import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { ipcMain } from './ipc-main.ts';
import { dialog, Menu } from './native-surfaces.ts';
import { protocol, session } from './session.ts';
import { utilityProcess } from './utility-process.ts';

/** The `electron` module as the app's main script sees it: what is not here does not import. */
({ app, BrowserWindow, dialog, ipcMain, Menu, protocol, session, utilityProcess }) satisfies Partial<
  Record<keyof typeof Electron, unknown>
>;

export { app, BrowserWindow, dialog, ipcMain, Menu, protocol, session, utilityProcess };
