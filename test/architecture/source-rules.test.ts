import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const tracked = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).split('\n');
const sources = tracked.filter((file) => /^(shared|main|renderer)\/.*\.tsx?$/.test(file));
const containing = (pattern: RegExp, files: readonly string[]): string[] =>
  files.filter((file) => pattern.test(readFileSync(file, 'utf8')));

describe('source rules', () => {
  it('keeps SQL in the database folder', () => {
    const sql = /\b(SELECT\s+[\w*("]|INSERT\s+(OR\s+\w+\s+)?INTO|DELETE\s+FROM|CREATE\s+TABLE|PRAGMA\s+\w)/;
    expect(containing(sql, sources).filter((file) => !file.startsWith('main/adapters/sqlite/'))).toEqual([]);
  });

  it('puts no value into SQL text: only fragments that are literals of the same file', () => {
    const database = sources.filter((file) => file.startsWith('main/adapters/sqlite/'));
    expect(database).not.toEqual([]);
    const values = database.flatMap((file) => {
      const text = readFileSync(file, 'utf8');
      const statements = text.match(/prepare(?:<[^;`]*>)?\(\s*`[^`]*`/g) ?? [];
      const interpolated = statements.flatMap((statement) =>
        [...statement.matchAll(/\$\{([^}]*)\}/g)].map(([, name]) => name),
      );
      const isLiteral = (name: string | undefined): boolean =>
        new RegExp(`const ${name} =\\s*(?:'[^']*'|\`(?:[^\`$]|\\$(?!\\{))*\`)`).test(text);
      return interpolated.filter((name) => !isLiteral(name)).map((name) => `${file}: ${name}`);
    });
    expect(values).toEqual([]);
  });

  it('treats credential text as data, never as markup', () => {
    expect(containing(/dangerouslySetInnerHTML|\.innerHTML\s*=|insertAdjacentHTML/, sources)).toEqual([]);
  });

  it('switches no check off', () => {
    expect(containing(/eslint-disable|@ts-ignore|@ts-expect-error|@ts-nocheck/, sources)).toEqual([]);
  });

  it('names a file for its idea', () => {
    expect(sources.filter((file) => /(^|\/|-)(utils?|helpers?|managers?|common|misc)(\.|-|\/)/.test(file))).toEqual([]);
  });

  it('speaks of no machine path', () => {
    const written = tracked.filter(
      (file) => /\.(tsx?|md|json|ya?ml|js|cjs|py)$/.test(file) && !file.startsWith('test/architecture/'),
    );
    expect(containing(/\/work\/(main|shared)|registry\.npmjs\.org/, written)).toEqual([]);
  });

  it.each(['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md'])(
    '%s names only files that are there',
    (page) => {
      const named =
        readFileSync(page, 'utf8').match(/(?<![\w./-])(?:docs|main|renderer|shared|test)\/[\w./-]*\w/g) ?? [];
      expect(named).not.toEqual([]);
      expect(named.filter((path) => !tracked.some((file) => file === path || file.startsWith(`${path}/`)))).toEqual([]);
    },
  );
});
