import type { Page } from 'playwright-core';

/** What must never happen while the app is used, on any screen. */
export interface Watched {
  /** Starts listening; before the page loads anything. */
  readonly follow: (page: Page) => Promise<void>;
  /** Violations of the content security policy, faults of scripts and complaints in the console. */
  readonly complaints: readonly string[];
}

export function watch(): Watched {
  const complaints: string[] = [];
  return {
    complaints,
    async follow(page) {
      page.setDefaultTimeout(30_000);
      page.on('pageerror', (error) => complaints.push(`fault: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() !== 'error' && message.type() !== 'warning') return;
        // Chromium asks every site for an icon of this name; the app's window has none.
        if (message.location().url.endsWith('/favicon.ico')) return;
        complaints.push(`console: ${message.text()}`);
      });
      await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => {
          console.error(
            `policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`,
          );
        });
      });
    },
  };
}
