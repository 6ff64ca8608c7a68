import { existsSync } from 'node:fs';
import { BUILT_MAIN, CHROMIUM_PATH, DOWNLOADS, runInChromium } from './run-in-chromium.ts';

/** `npm run start:chromium`: the built app in a Chromium window, for machines that can't have Electron's binary. */
if (!existsSync(CHROMIUM_PATH)) {
  console.error(
    `Chromium is not at ${CHROMIUM_PATH}. Install it (Debian: apt-get install chromium) or set TESSERA_CHROMIUM.`,
  );
  process.exit(1);
}
if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
  console.error('There is no screen to show a window on. With a virtual one: xvfb-run npm run start:chromium');
  process.exit(1);
}

const app = await runInChromium({
  main: BUILT_MAIN,
  args: process.argv.slice(2),
  headless: false,
  downloads: DOWNLOADS,
});
process.exit((await app.ended) ?? 0);
