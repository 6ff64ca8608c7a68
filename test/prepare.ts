import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * Makes sure that what the end-to-end tests need is there: Chromium, and a virtual display where there is none.
 * As root on Debian it installs what is missing; elsewhere it says what to install, and fails.
 */
const chromium = process.env['TESSERA_CHROMIUM'] ?? '/usr/bin/chromium';
const missing = [
  ...(existsSync(chromium) ? [] : ['chromium']),
  ...(process.env['DISPLAY'] || existsSync('/usr/bin/xvfb-run') ? [] : ['xvfb']),
  ...(process.env['DISPLAY'] || existsSync('/usr/bin/xauth') ? [] : ['xauth']),
];

if (missing.length > 0) {
  const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!canInstall) {
    console.error(
      `The end-to-end tests need ${missing.join(', ')}. Install ${missing.length > 1 ? 'them' : 'it'} ` +
        `(on Debian: sudo apt-get install ${missing.join(' ')}), or set TESSERA_CHROMIUM to your Chromium.`,
    );
    process.exit(1);
  }
  console.error(`Installing ${missing.join(', ')} for the end-to-end tests …`);
  execFileSync('apt-get', ['update'], { stdio: ['ignore', 'ignore', 'inherit'] });
  execFileSync('apt-get', ['install', '-y', '--no-install-recommends', ...missing], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
