import { registerHooks } from 'node:module';

/** `--import` this, and `import 'electron'` is the double. The app's own files stay as they were built. */
registerHooks({
  resolve(specifier, context, next) {
    if (specifier === 'electron') return { url: import.meta.resolve('./electron.ts'), shortCircuit: true };
    return next(specifier, context);
  },
});
