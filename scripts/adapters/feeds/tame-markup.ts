/** What no feed needs, and parsers spend minutes and gigabytes on; 32 MB with 5,000 episodes keep well below. */
const LIMITS = {
  depth: { most: 500, what: 'elements within one another' },
  tag: { most: 65_536, what: 'characters in one tag' },
  nodes: { most: 800_000, what: 'tags and attributes' },
  signs: { most: 1_500_000, what: 'signs "&" and "]"' },
};
const NAME_START = /[\p{L}_:]/u;

/**
 * A feed without comments and document type, for which it is the same; it ends where a comment is never closed. Throws where it declares entities, or is made of more markup than any feed has.
 */
export function tameMarkup(text: string): string {
  refuseBeyond('signs', countOf(text, '&') + countOf(text, ']'));
  const kept: string[] = [];
  const open: string[] = [];
  let [from, nodes] = [0, 0];
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const { end, kind, attributes = 0 } = readMarkup(text, at);
    if (kind === 'dropped') {
      refuseEntities(text.slice(at, end));
      kept.push(text.slice(from, at));
      from = end;
    }
    if (kind === 'open') open.push(nameAt(text, at + 1));
    if (kind === 'close') close(open, nameAt(text, at + 2));
    nodes += 1 + attributes;
    refuseBeyond('depth', open.length);
    refuseBeyond('nodes', nodes);
    at = end;
  }
  return kept.length === 0 ? text : [...kept, text.slice(from)].join('');
}

function refuseBeyond(limit: keyof typeof LIMITS, count: number): void {
  const { most, what } = LIMITS[limit];
  if (count > most)
    throw new Error(`it has more than ${most} ${what}, which is refused as unsafe to read; tell its host`);
}

/** Entities that stand for other entities make gigabytes of a kilobyte, and no feed needs them. */
function refuseEntities(markup: string): void {
  if (/<!ENTITY/i.test(markup) && !markup.startsWith('<!--'))
    throw new Error('it declares entities of its own (<!ENTITY …>), which are refused as unsafe; tell its host');
}

function countOf(text: string, sign: string): number {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count++;
  return count;
}

interface Markup {
  kind: 'dropped' | 'open' | 'close' | 'other';
  /** Index after it; where it is never closed, that of the end of the text. */
  end: number;
  attributes?: number;
}

function readMarkup(text: string, at: number): Markup {
  if (text.startsWith('<!--', at)) return { kind: 'dropped', end: after(text, '-->', at + 4) };
  if (text.startsWith('<![CDATA[', at)) return { kind: 'other', end: after(text, ']]>', at + 9) };
  if (text.startsWith('<!', at)) return { kind: 'dropped', end: endOfDeclaration(text, at) };
  if (text.startsWith('</', at)) return { kind: 'close', end: endOfShort(text, at) };
  if (text.startsWith('<?', at)) return { kind: 'other', end: endOfShort(text, at) };
  return NAME_START.test(text[at + 1] ?? '') ? readTag(text, at) : { kind: 'other', end: at + 1 };
}

function after(text: string, sign: string, from: number): number {
  const found = text.indexOf(sign, from);
  return found < 0 ? text.length : found + sign.length;
}

function endOfShort(text: string, at: number): number {
  const end = after(text, '>', at);
  refuseBeyond('tag', end - at);
  return end;
}

/** A document type may hold others in brackets. */
function endOfDeclaration(text: string, at: number): number {
  const end = after(text, '>', at);
  const bracket = text.slice(at, end).indexOf('[');
  return bracket < 0 ? end : after(text, '>', after(text, ']', at + bracket));
}

/** In quotation marks that begin a value, ">" ends no tag; "alt=Don't" begins none. */
function readTag(text: string, at: number): Markup {
  const sign = /["'>]/g;
  let attributes = 0;
  sign.lastIndex = at;
  for (let found = sign.exec(text); found; found = sign.exec(text)) {
    refuseBeyond('tag', found.index - at);
    if (found[0] === '>')
      return { kind: text[found.index - 1] === '/' ? 'other' : 'open', end: sign.lastIndex, attributes };
    if (!beginsValue(text, found.index)) continue;
    sign.lastIndex = after(text, found[0], sign.lastIndex);
    attributes++;
  }
  refuseBeyond('tag', text.length - at);
  return { kind: 'other', end: text.length, attributes };
}

function beginsValue(text: string, quote: number): boolean {
  let before = quote - 1;
  while (/\s/.test(text[before] ?? '')) before--;
  return text[before] === '=';
}

const nameAt = (text: string, at: number): string => /[^\s/>]*/.exec(text.slice(at, at + 100))?.[0] ?? '';

/** "<br>" is never closed where notes are written as they are; what holds it is. */
function close(open: string[], name: string): void {
  const place = open.lastIndexOf(name);
  if (place >= 0) open.length = place;
}
