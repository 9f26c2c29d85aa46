import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHTML } from 'linkedom';
import { withSideNotes } from '../../src/side-notes.ts';

const mark = (number: number, again = '') =>
  `<sup><a href="#user-content-fn-${number}" id="user-content-fnref-${number}${again}" data-footnote-ref="true">${number}</a></sup>`;
const note = (number: number, inner: string) => `<li id="user-content-fn-${number}">${inner}</li>`;
const list = (...notes: string[]) =>
  `<section data-footnotes="true" class="footnotes"><h2>Sources</h2><ol>${notes.join('')}</ol></section>`;
const BACK = '<a href="#user-content-fnref-1" data-footnote-backref="">↩</a>';

const render = (html: string) => {
  const { html: written, whole } = withSideNotes(html);
  const { document } = parseHTML(`<!doctype html><html><body>${written}</body></html>`);
  return { document, whole, notes: [...document.querySelectorAll('.side-note')] };
};

test('each note stands behind its number, without the way back', () => {
  const { document, whole, notes } = render(
    `<p>Price${mark(1)} and cost${mark(2)}.</p>${list(
      note(1, `<p><a href="https://a.example">A &lt;b&gt;</a>, 2025. ${BACK}</p>`),
      note(2, `<p>One. </p><p>Two. ${BACK}</p>`),
    )}`,
  );
  assert.deepEqual(
    notes.map((it) => it.innerHTML),
    ['<b>1</b> <a href="https://a.example">A &lt;b&gt;</a>, 2025.', '<b>2</b> One. Two.'],
  );
  assert.deepEqual(
    notes.map((it) => it.previousElementSibling?.textContent),
    ['1', '2'],
  );
  assert.equal(document.querySelectorAll('.footnotes li').length, 2);
  assert.equal(whole, true);
});

test('a note that is named twice stands beside the first place, and no id comes twice', () => {
  const { document, notes } = render(
    `<p>a${mark(1)} b${mark(1, '-2')}</p>${list(note(1, `<p><em id="x">N</em> ${BACK}</p>`))}`,
  );
  assert.equal(notes.length, 1);
  assert.equal(notes[0]?.previousElementSibling?.firstElementChild?.id, 'user-content-fnref-1');
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
});

test('a note that does not fit in a line, or of a table, stays in the list, which then stays in sight', () => {
  const long = render(`<p>a${mark(1)}</p>${list(note(1, '<p>N</p><ul><li>one</li></ul>'))}`);
  assert.deepEqual([long.notes.length, long.whole], [0, false]);
  const table = render(`<table><tbody><tr><td>a${mark(1)}</td></tr></tbody></table>${list(note(1, '<p>N</p>'))}`);
  assert.deepEqual([table.notes.length, table.whole], [0, false]);
});

test('an essay without notes is left as it is', () => {
  assert.deepEqual(withSideNotes('<p>a &amp; b</p>'), { html: '<p>a &amp; b</p>', whole: false });
  assert.deepEqual(withSideNotes(''), { html: '', whole: false });
});
