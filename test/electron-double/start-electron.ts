import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { electronBinary } from './electron-binary.ts';

/** `npm start`: the built app in Electron, or a plain word about where it can run instead. */
const binary = electronBinary();
if (binary === null) {
  console.error(
    'Electron’s binary is not here: it is downloaded apart from the npm package (npx install-electron).\n' +
      'Where that download is not possible, the same app runs in Chromium: npm run start:chromium',
  );
  process.exit(1);
}

const root = fileURLToPath(new URL('../..', import.meta.url));
spawn(binary, [root, ...process.argv.slice(2)], { stdio: 'inherit' }).once('exit', (code) => process.exit(code ?? 1));
