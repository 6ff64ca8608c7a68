import type { Page } from 'playwright-core';
import { candidateScreens } from './candidate-screens.ts';
import { compareScreen } from './compare-screen.ts';
import { importScreen } from './import-screen.ts';
import { issuersScreen } from './issuers-screen.ts';
import { jobScreens } from './job-screens.ts';
import { rankingScreen } from './ranking-screen.ts';
import { searchScreen } from './search-screen.ts';
import { settingsScreen } from './settings-screen.ts';
import { windowOf } from './window.ts';

/** Object models of all screens: the journeys speak through these and know no markup. */
export function screensOf(page: Page) {
  return {
    window: windowOf(page),
    importing: importScreen(page),
    issuers: issuersScreen(page),
    jobs: jobScreens(page),
    ranking: rankingScreen(page),
    candidates: candidateScreens(page),
    compare: compareScreen(page),
    search: searchScreen(page),
    settings: settingsScreen(page),
  };
}
export type Screens = ReturnType<typeof screensOf>;
