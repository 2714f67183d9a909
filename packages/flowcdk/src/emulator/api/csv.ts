/** Reads the rows of a CSV text (RFC 4180). Quoted fields may hold commas, line breaks and doubled quotes. */
export function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  // A field and its end: a comma, a line break or the end of the text.
  const field = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r?\n|$)/gy;
  const plain = text.replace(/^\uFEFF/, '');
  while (field.lastIndex < plain.length) {
    const start = field.lastIndex;
    const match = field.exec(plain);
    if (!match) throw new NoCsv(`line ${lineAt(plain, start)}: a quote stands inside of a field, or is never closed`);
    const [, quoted, bare = '', end] = match;
    row.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end === ',') {
      // An empty field follows a comma at the very end.
      if (field.lastIndex === plain.length) row.push('');
      else continue;
    }
    rows.push(row);
    row = [];
  }
  return rows.filter((row) => row.length > 1 || row[0] !== '');
}

/** The text is not CSV. The message addresses the author of the text. */
export class NoCsv extends Error {}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(written).join(',')}\r\n`).join('');

const written = (field: string): string => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);
