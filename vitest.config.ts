import { defineConfig } from 'vitest/config';

/**
 * `unit` is quick and runs first; `app` builds on the built app, real child processes or Chromium and runs one file
 * at a time, because two browsers on a two-core machine only slow each other down.
 */
const app = [
  'test/journeys/**',
  'test/electron-double/**',
  'test/desktop/**/*.app.test.ts',
  'test/package/**',
  'test/engine/crash.test.ts',
  'test/cli/**',
];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: app,
          environment: 'node',
          testTimeout: 60_000,
          setupFiles: ['test/no-network.ts'],
        },
      },
      {
        test: {
          name: 'app',
          include: app.map((pattern) => (pattern.endsWith('.ts') ? pattern : pattern.replace('**', '**/*.test.ts'))),
          environment: 'node',
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
