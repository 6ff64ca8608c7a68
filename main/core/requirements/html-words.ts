import { Parser } from 'htmlparser2';
import { linesOfTable } from './table-lines.ts';

/** What holds no words of the ad, or words that a reader of the page would not see. */
const UNREAD = new Set(
  'script style noscript template head nav footer svg math iframe object select button form video audio canvas'.split(
    ' ',
  ),
);
/** Parts of a page by what they are called: its own furniture, no words of the ad. */
const FURNITURE =
  /(?:^|[\s_-])(?:cookies?|consent|gdpr|breadcrumbs?|nav(?:bar|igation)?|site-?(?:header|footer)|menu|share|sharing|social|newsletter|skip(?:-?link|-?to)|related|similar|(?:job-?)?(?:facts|meta|tags)|sidebar|pagination|advert\w*|modal|popup)(?:$|[\s_-])/iu;
const FURNITURE_ROLES = /^(?:navigation|banner|contentinfo|dialog|alertdialog|search|menu|menubar)$/iu;
const BLOCKS = new Set(
  'p div section article header main aside ul ol dl dt dd blockquote pre table thead tbody tfoot address figure hr'.split(
    ' ',
  ),
);
const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
/** The void elements stay open in no reader; the others here close by themselves too often to be counted. */
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/**
 * The words of HTML as lines: entries of lists get a bullet, headings a `#`, tables are read by their columns where
 * the heading of a column says what its cells are (“Essential”, “Desirable”). Nothing of a page is run or loaded, and
 * what the page does not show (scripts, comments, hidden parts) is left out.
 */
export function wordsOfHtml(html: string): string {
  const page = new PageWords();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => page.open(name, attributes),
      onclosetag: (name) => page.close(name),
      ontext: (text) => page.add(text),
    },
    { decodeEntities: true },
  );
  parser.write(html);
  parser.end();
  return page.text();
}

/** The texts of a page's JSON-LD scripts, as they stand there; they are never run. */
export function jsonLdScripts(html: string): readonly string[] {
  const scripts: string[] = [];
  let isOpen = false;
  const parser = new Parser({
    onopentag(name, attributes) {
      isOpen = name === 'script' && /application\/ld\+json/iu.test(attributes['type'] ?? '');
      if (isOpen) scripts.push('');
    },
    onclosetag() {
      isOpen = false;
    },
    ontext(text) {
      if (isOpen) scripts[scripts.length - 1] += text;
    },
  });
  parser.write(html);
  parser.end();
  return scripts;
}

class PageWords {
  private readonly lines: string[] = [''];
  /** Names of the open elements that are not read, innermost last. */
  private readonly unread: string[] = [];
  private readonly tables: string[][][] = [];

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.unread.length > 0 || UNREAD.has(name) || isHidden(attributes)) {
      if (!VOID.has(name)) this.unread.push(name);
      return;
    }
    if (name === 'table') this.tables.push([]);
    else if (name === 'tr') this.tables.at(-1)?.push([]);
    else if (name === 'td' || name === 'th') {
      const row = this.tables.at(-1)?.at(-1);
      if (row !== undefined) row.push('');
      else this.newLine('');
    } else if (name === 'li') this.newLine('• ');
    else if (HEADINGS.has(name)) this.newLine('# ');
    else if (name === 'br' || BLOCKS.has(name)) this.newLine('');
  }

  close(name: string): void {
    if (this.unread.length > 0) {
      const opened = this.unread.lastIndexOf(name);
      if (opened >= 0) this.unread.length = opened;
      return;
    }
    if (name === 'table') {
      const rows = this.tables.pop();
      if (rows !== undefined) for (const line of linesOfTable(rows)) this.newLine(line);
      this.newLine('');
    } else if (HEADINGS.has(name) || name === 'li' || BLOCKS.has(name)) this.newLine('');
  }

  add(text: string): void {
    if (this.unread.length > 0) return;
    const words = text.replace(/\s+/gu, ' ');
    const row = this.tables.at(-1)?.at(-1);
    if (row !== undefined && row.length > 0) row[row.length - 1] += words;
    else if (row === undefined) this.lines[this.lines.length - 1] += words;
  }

  text(): string {
    for (const rows of this.tables) for (const line of linesOfTable(rows)) this.lines.push(line);
    return this.lines.map((line) => line.trim()).join('\n');
  }

  private newLine(start: string): void {
    const row = this.tables.at(-1)?.at(-1);
    if (row !== undefined && row.length > 0) row[row.length - 1] += '\n';
    else this.lines.push(start);
  }
}

function isHidden(attributes: Readonly<Record<string, string>>): boolean {
  return (
    FURNITURE.test(`${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`.slice(0, 500)) ||
    FURNITURE_ROLES.test(attributes['role'] ?? '') ||
    attributes['hidden'] !== undefined ||
    attributes['aria-hidden'] === 'true' ||
    /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0/iu.test(attributes['style'] ?? '')
  );
}
