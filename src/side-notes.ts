import { parseHTML } from 'linkedom';

/**
 * Puts a copy of each footnote of `html` (GFM) behind its first number, for the margin; the list at the foot stays.
 * `whole` is whether every note stands beside its line. Notes of more than paragraphs, and numbers in tables and
 * headings, have no place there.
 */
export function withSideNotes(html: string): { html: string; whole: boolean } {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  const notes = [...document.querySelectorAll('section[data-footnotes] > ol > li')];
  const placed = notes.map((note, index) => placeBeside(note, index + 1));
  return { html: document.body.innerHTML, whole: placed.length > 0 && placed.every(Boolean) };
}

function placeBeside(note: Element, number: number): boolean {
  const { ownerDocument: document } = note;
  const reference = [...document.querySelectorAll('a[data-footnote-ref]')].find(
    (link) => link.getAttribute('href') === `#${note.id}`,
  );
  const mark = reference?.closest('sup');
  const paragraphs = [...note.children];
  if (!mark || mark.closest('table, h1, h2, h3, h4, h5, h6')) return false;
  if (paragraphs.length === 0 || !paragraphs.every(({ localName }) => localName === 'p')) return false;
  const beside = document.createElement('small');
  beside.className = 'side-note';
  // The list below has the same words.
  beside.setAttribute('data-pagefind-ignore', '');
  beside.innerHTML = `<b>${number}</b> ${paragraphs.map(innerOf).join(' ')}`;
  mark.after(beside);
  return true;
}

/** Without the way back, and without ids, which the list has. */
function innerOf(paragraph: Element): string {
  const copy = paragraph.cloneNode(true) as Element;
  for (const back of copy.querySelectorAll('[data-footnote-backref]')) back.remove();
  for (const named of copy.querySelectorAll('[id]')) named.removeAttribute('id');
  return copy.innerHTML.trim();
}
