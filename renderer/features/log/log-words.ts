/** `candidate-revealed` → `Candidate revealed`: kinds are written to be read. */
export function logWords(kind: string): string {
  const words = kind.replace(/[.-]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
