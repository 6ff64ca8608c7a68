import { sectionOfHeading } from './ad-headings.ts';

type Row = readonly string[];

const LONGEST_ROW_NAME = 3;

/** "E", "D", "Essential", "Desirable" by themselves in a cell: how much the row is asked. */
const PRIORITY_CELL = /^(?:e|d|essential|desirable|required|preferred)$/iu;
const MUST_CELL = /^(?:e|essential|required)$/iu;
/** "A/I", "A, I, T", "✓": how it is found out, or that it applies. */
const CODE_CELL = /^(?:[A-Z]{1,2}(?:\s*[/,&+]\s*[A-Z]{1,2})*|[✓✔xX•*-])$/u;
const METHOD_HEADING = /\b(?:assess\w*|method|measured|tested|identified|evidenced?|how|stage|source|weight\w*)\b/iu;
/** An empty row's name is no entry: "#", "No.", "1". */
const NUMBERING = /^(?:#|no\.?|ref\.?|\d{1,2}[.)]?)$/iu;

/**
 * The lines of a table. A column under a heading that says what its cells are gives them that heading; a column of
 * nothing but "E" and "D" says so of each row; columns of codes say how something is assessed and are left out. In
 * other tables the first cell of a row is the row's name.
 */
export function linesOfTable(all: readonly Row[]): readonly string[] {
  const rows = all.map((row) => row.map((cell) => cell.trim()));
  const [head = [], ...body] = rows;
  const priority = priorityColumn(rows);
  if (priority !== null) return linesByPriority(rows, priority);
  const named = head.map((cell) => sectionOfHeading(cell));
  if (named.some((section) => section !== null) && body.length > 0 && head.length > 1) {
    return head.flatMap((cell, column) => {
      const isRowName = column === 0 && !/essential|desirable|must|nice|required|preferred/iu.test(cell);
      if (isRowName || METHOD_HEADING.test(cell)) return [];
      // A cell by itself that is no more than a name stands over the rows that follow.
      const rowsOf = body.filter((row) => row.length > 1 || (row[0] ?? '').split(/\s+/u).length > LONGEST_ROW_NAME);
      return [`# ${cell}`, ...rowsOf.flatMap((row) => entriesOf(row[column] ?? ''))];
    });
  }
  return rows.flatMap(([first = '', ...others]) =>
    others.length === 0
      ? first.split('\n')
      : sectionOfHeading(first) === null
        ? [first, ...others].flatMap(entriesOf)
        : [`# ${first}`, ...others.flatMap(entriesOf)],
  );
}

/** The column whose cells say how much their row is asked; null where there is none. */
function priorityColumn(rows: readonly Row[]): number | null {
  const columns = Math.max(0, ...rows.slice(0, 200).map((row) => row.length));
  for (let column = 1; column < columns; column += 1) {
    const cells = rows.map((row) => row[column] ?? '').filter((cell) => cell !== '');
    const stated = cells.filter((cell) => PRIORITY_CELL.test(cell)).length;
    // The heading of the column is no E and no D, and there is at most one.
    if (stated >= 2 && stated >= cells.length - 1) return column;
  }
  return null;
}

function linesByPriority(rows: readonly Row[], priority: number): readonly string[] {
  const lines: string[] = [];
  for (const row of rows) {
    const stated = row[priority] ?? '';
    const cells = row.filter(
      (cell, column) => column !== priority && cell !== '' && !CODE_CELL.test(cell) && !NUMBERING.test(cell),
    );
    if (PRIORITY_CELL.test(stated)) {
      const mark = MUST_CELL.test(stated) ? '(E)' : '(D)';
      lines.push(
        ...cells.slice(0, 1).map((cell) => `• ${cell.replace(/[\s.;]+$/u, '').replaceAll('\n', ' ')} ${mark}`),
      );
    } else if (cells.length === 1 && !METHOD_HEADING.test(cells[0] ?? '')) {
      // "Experience" over the rows that follow: they are asked, whatever it says.
      lines.push('# Requirements');
    }
  }
  return lines;
}

function entriesOf(cell: string): readonly string[] {
  return cell
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !CODE_CELL.test(line))
    .map((line) => `• ${line}`);
}

/** Rows of a table that was pasted: cells with tabs between them, in at least two lines one after the other. */
export function withTables(text: string): string {
  if (!text.includes('\t')) return text;
  const lines: string[] = [];
  let rows: string[][] = [];
  const close = () => {
    const last = rows.findLastIndex((row) => row.length > 1);
    const table = rows.slice(0, last + 1);
    const isTable = table.filter((row) => row.length > 1).length >= 2;
    lines.push(...(isTable ? [...linesOfTable(table), ''] : table.map((row) => row.join(' '))));
    lines.push(...rows.slice(last + 1).flat());
    rows = [];
  };
  for (const line of text.split('\n')) {
    // A tab at the start of a line moves it in, and one behind a bullet belongs to the bullet.
    const cells = line
      .trimStart()
      .replace(/^([^\p{L}\p{N}\s]{1,2}|o|\d{1,2}[.)])\t+/u, '$1 ')
      .split('\t');
    const isRow = cells.length > 1 && cells[0] !== '';
    const isRowName = rows.length > 0 && cells.length === 1 && /^\S.{0,60}$/u.test(line) && !/[.!?:]$/u.test(line);
    if (isRow || isRowName) rows.push(cells);
    else {
      close();
      lines.push(line);
    }
  }
  close();
  return lines.join('\n');
}
