import { readableText } from '#domain/readable-text.ts';

/** Rows as RFC 4180 has them: CRLF, quotes where they are needed. Text that a spreadsheet would run as a formula is marked as text. */
export const writeCsv = (rows: readonly (readonly CsvCell[])[]): string =>
  rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('');

export type CsvCell = string | number | undefined;

function writeCell(cell: CsvCell): string {
  if (typeof cell !== 'string') return cell === undefined ? '' : String(cell);
  const kept = readableText(cell);
  const text = FORMULA.test(kept) ? `'${kept}` : kept;
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** See OWASP, "CSV Injection"; spreadsheets look past white space. */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;
