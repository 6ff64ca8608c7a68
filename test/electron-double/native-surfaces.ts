import type * as Electron from 'electron';
import { showOnTerminal } from './chromium-connection.ts';
import { modelled } from './unmodelled.ts';

/** Native menus and message boxes: the double has no surface for them, it takes the menu's roles and prints the words. */

const menu = {
  buildFromTemplate: (template: (Electron.MenuItemConstructorOptions | Electron.MenuItem)[]) =>
    modelled<Electron.Menu>('Menu', { items: template }),
  setApplicationMenu: () => undefined,
} satisfies Pick<typeof Electron.Menu, 'buildFromTemplate' | 'setApplicationMenu'>;

const boxes = {
  showErrorBox: (title: string, content: string) => showOnTerminal(title, content),
} satisfies Pick<typeof Electron.dialog, 'showErrorBox'>;

export const Menu = modelled<typeof Electron.Menu>('Menu', menu);
export const dialog = modelled<typeof Electron.dialog>('dialog', {
  ...boxes,
  showMessageBox(...given: unknown[]) {
    const options = given.at(-1);
    const text = typeof options === 'object' && options !== null && 'message' in options ? String(options.message) : '';
    showOnTerminal('Tessera', text);
    return Promise.resolve({ response: 0, checkboxChecked: false });
  },
});
