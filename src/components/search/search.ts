// Search as one types, over the index that Pagefind makes after the build. What is asked stands in the address.
import { find } from '../find-element.ts';
import { isName, matchName, showChoices } from './choices.ts';
import { clearFilters, fillForm, isAsked, isNarrowed, readForm } from './form.ts';
import { listenToKeys } from './keys.ts';
import { renderPages, renderPart } from './page-line.ts';
import { countChoices, forgetIndex, loadIndex, search, type Found } from './pagefind.ts';
import { findParts, sayNone } from './parts.ts';
import { renderHit } from './result.ts';
import { sayFound } from './say-found.ts';

const SHOWN_AT_ONCE = 10;
/** Between two keys of somebody who types. */
const PAUSE_MS = 120;

const form = find<HTMLFormElement>('[data-search]');
const input = find<HTMLInputElement>('[type="search"]', form);
const state = find('[data-search-state]');
const clear = find<HTMLButtonElement>('[data-search-clear]');
const start = find('[data-search-start]');
const pages = find('[data-search-pages]');
const list = find('[data-search-results]');
const more = find<HTMLButtonElement>('[data-search-more]');
const template = find<HTMLTemplateElement>('[data-search-result]');
const themes = new Map(
  [...start.querySelectorAll<HTMLAnchorElement>('a[data-theme]')].map((it) => [
    it.dataset['theme'] ?? '',
    { title: it.text.trim(), url: it.href },
  ]),
);
const load = () => loadIndex(form.dataset['search'] ?? '');

/** Only the newest question is answered. */
let turn = 0;
/** One search at a time: what is overtaken before its turn is never begun. */
let running: Promise<unknown> = Promise.resolve();

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void ask();
});
input.addEventListener('input', () => void ask({ waitMs: PAUSE_MS }));
form.addEventListener('input', ({ target }) => {
  const field = target as HTMLInputElement;
  if (field !== input && (!isName(field.name) || !field.value || matchName(field))) void ask({ asStep: true });
});
form.addEventListener('change', ({ target }) => {
  const field = target as HTMLInputElement;
  if (!isName(field.name)) return;
  field.value = matchName(field) ?? field.value;
  // A name that was complete was asked for as it was typed.
  if (`${readForm(form)}` !== `${new URLSearchParams(location.search)}`) void ask({ asStep: true });
});
form.addEventListener('focusin', ({ target }) => target !== input && void offerChoices());
clear.addEventListener('click', () => {
  clearFilters(form);
  input.focus();
  void ask({ asStep: true });
});
const links = () => [...pages.querySelectorAll('a'), ...list.querySelectorAll<HTMLElement>('h2 a')];
listenToKeys({ input, links, more }, () => {
  input.value = '';
  void ask();
});
addEventListener('popstate', () => readAddress());
addEventListener('pageshow', (event) => event.persisted && readAddress());
if (!readAddress()) input.focus();

function readAddress(): boolean {
  fillForm(form, new URLSearchParams(location.search));
  void ask();
  return isAsked(readForm(form));
}

/** Answers what the form asks. A step is one that the way back leads over. */
async function ask({ waitMs = 0, asStep = false } = {}): Promise<void> {
  const mine = ++turn;
  const asked = readForm(form);
  if (asStep) writeAddress(asked, asStep);
  clear.hidden = !isNarrowed(asked);
  if (isAsked(asked)) void load().catch(() => undefined);
  else showStart();
  if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
  await running;
  if (mine !== turn) return;
  writeAddress(asked);
  if (!isAsked(asked)) return;
  try {
    const searching = load().then((index) => search(index, asked));
    running = searching.catch(() => undefined);
    const found = await searching;
    const first = await found.take(0, SHOWN_AT_ONCE);
    if (mine !== turn) return;
    if (found.count + found.pages.length > 0) show(asked, found, first.map(render));
    else await showNothing(asked, () => mine === turn);
  } catch {
    if (mine !== turn) return;
    forgetIndex();
    showStart('The search cannot be loaded just now. Try again, or read by theme.');
  }
}

function writeAddress(asked: URLSearchParams, asStep = false): void {
  const address = asked.size > 0 ? `?${asked}` : location.pathname;
  if (location.search === (asked.size > 0 ? address : '')) return;
  try {
    if (asStep) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  } catch {
    // Browsers refuse it where it is done too often; the search goes on without.
  }
}

function show(asked: URLSearchParams, found: Found, items: Node[]): void {
  const counts = sayFound(found);
  const { instead } = found;
  showState(instead ? `Nothing for “${asked.get('q')}”; shown: “${instead}”, ${counts}` : counts, items);
  pages.replaceChildren(...renderPages(found.pages));
  more.hidden = found.count <= SHOWN_AT_ONCE;
  more.onclick = async () => {
    const from = list.children.length;
    const next = await found.take(from, from + SHOWN_AT_ONCE);
    if (list.children.length !== from) return;
    list.append(...next.map(render));
    more.hidden = list.children.length >= found.count;
    list.children[from]?.querySelector<HTMLElement>('h2 a')?.focus();
  };
}

/** What there is none of, and which part of it there would be. */
async function showNothing(asked: URLSearchParams, isNewest: () => boolean): Promise<void> {
  const typed = asked.get('q') ?? '';
  if (isNarrowed(asked)) return showState(`Nothing found${typed && ` for “${typed}”`} with these filters.`);
  showState(sayNone(typed));
  const parts = await findParts(await load(), typed, isNewest);
  if (!isNewest()) return;
  if (parts.length === 0) showState(`Nothing found for “${typed}”. Try fewer words, or another spelling.`);
  pages.replaceChildren(...parts.map(renderPart));
}

function showState(message: string, items: Node[] = []): void {
  state.textContent = message;
  start.hidden = true;
  more.hidden = true;
  pages.replaceChildren();
  list.replaceChildren(...items);
}

function showStart(message = ''): void {
  showState(message);
  start.hidden = false;
}

async function offerChoices(): Promise<void> {
  const counts = await load()
    .then((index) => countChoices(index, readForm(form)))
    // The choices can be done without; the next question says what is wrong.
    .catch(() => undefined);
  if (counts) showChoices(form, counts);
}

function render(hit: Parameters<typeof renderHit>[0]): Node {
  return renderHit(hit, template, themes);
}
