import { Parser } from 'htmlparser2';
import { readableText } from '#domain/readable-text.ts';
import { repairDoubleEncoding } from '../repair-double-encoding.ts';

/** Markup is a multiple of its text; of "64 kB of show notes in nested tables" the rest is not worth reading. */
const MARKUP_PER_TEXT = 20;
const BREAKING = new Set(
  'address article blockquote br dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre section table td th tr ul'.split(' '),
);
const SILENT = new Set(['script', 'style', 'template', 'title', 'textarea']);

/** The words of a piece of HTML: entities decoded, readable, a line for every block, at most `maxLength` characters. */
export function plainText(html: string, maxLength: number): string {
  const text: string[] = [];
  let silent = 0;
  const parser = new Parser({
    ontext: (words) => void (silent === 0 && text.push(words.replace(/\s+/g, ' '))),
    onopentagname: (name) => void (SILENT.has(name) ? silent++ : BREAKING.has(name) && text.push('\n')),
    onclosetag: (name) => void (SILENT.has(name) ? silent-- : BREAKING.has(name) && text.push('\n')),
  });
  parser.end(html.slice(0, maxLength * MARKUP_PER_TEXT));
  return shortened(tidied(repairDoubleEncoding(text.join(''))), maxLength);
}

/** Plain text on one line, for names and titles. */
export const plainLine = (html: string, maxLength: number) => plainText(html, maxLength).replace(/\s+/g, ' ');

const tidied = (text: string) =>
  readableText(text)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\n ]*/g, '\n')
    .trim();

/** `text` cut at the end of a word, with a mark that says so, to at most `maxLength` characters. */
export function shortened(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const cut = text.slice(0, maxLength - 1);
  const border = cut.search(/\s\S*$/);
  return `${(border > maxLength / 2 ? cut.slice(0, border) : cut).trimEnd()}…`.replace(/[\ud800-\udbff]…$/, '…');
}
