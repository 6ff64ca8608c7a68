/** A blank node of canonical N-Quads where it stands as a term: behind a space or at the start, before a space. */
const BLANK_NODE = /(?<=^| )_:(\S+)(?= )/g;

/**
 * Canonical N-Quads with other names for their blank nodes, one statement an item, each with its line feed.
 * Text in quotes is left alone: it may hold anything, also what looks like a blank node.
 */
export function renameBlankNodes(canonical: string, rename: (name: string) => string): readonly string[] {
  const renamed = (terms: string): string => terms.replace(BLANK_NODE, (_, name: string) => `_:${rename(name)}`);
  return canonical
    .split('\n')
    .slice(0, -1)
    .map((statement) => {
      const [open, close] = [statement.indexOf('"'), statement.lastIndexOf('"')];
      if (open < 0) return `${renamed(statement)}\n`;
      const text = statement.slice(open, close + 1);
      return `${renamed(statement.slice(0, open))}${text}${renamed(statement.slice(close + 1))}\n`;
    });
}
