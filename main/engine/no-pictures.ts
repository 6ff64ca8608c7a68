/**
 * Stands in for `sharp` in the built embedder (package.json, `build:embedder`). transformers.js imports that picture
 * library for models that look at pictures, and refuses to load without it; ours reads words, and an app that decodes
 * no picture natively has no decoder to attack.
 */
export default function sharp(): never {
  throw new Error('Tessera has no picture library');
}
