import { contextBridge, ipcRenderer } from 'electron';
import { EVENT_CHANNEL, PAGE_TRANSPORT, REQUEST_CHANNEL } from '../../shared/api/channels.ts';
import type { Transport } from '../../shared/api/transport.ts';

/**
 * All that the page gets of the desktop: two functions. They carry values and know no operation; what may be asked is
 * decided by the contract, in the engine's process.
 */
const transport: Transport = {
  request: (name, input) => ipcRenderer.invoke(REQUEST_CHANNEL, name, input),
  subscribe(event, listener) {
    // The page's function never sees Electron's event object: its `sender` would be a way out of the two channels.
    const hear = (_event: unknown, name: unknown, payload: unknown) => {
      if (name === event) listener(payload);
    };
    ipcRenderer.on(EVENT_CHANNEL, hear);
    return () => void ipcRenderer.removeListener(EVENT_CHANNEL, hear);
  },
};

contextBridge.exposeInMainWorld(PAGE_TRANSPORT, transport);
