import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * The page's bundle. Everything is a file of its own: the page's Content-Security-Policy allows neither inline
 * scripts and styles nor `data:` fonts (SECURITY.md).
 */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'chrome140',
    chunkSizeWarningLimit: 1500,
  },
});
