// Search as one types, over the index that Pagefind makes after the build. The query stands in the address.

interface Hit {
  url: string;
  excerpt: string;
  meta: Record<string, string | undefined>;
}
interface Pagefind {
  options: (options: object) => Promise<void>;
  /** `null` where a later call overtook this one. */
  debouncedSearch: (
    query: string,
    options?: object,
    waitMs?: number,
  ) => Promise<{ results: { data: () => Promise<Hit> }[] } | null>;
}

const SHOWN_AT_ONCE = 10;
const form = find<HTMLFormElement>('[data-search]');
const input = find<HTMLInputElement>('[data-search] input');
const state = find('[data-search-state]');
const list = find('[data-search-results]');
const more = find<HTMLButtonElement>('[data-search-more]');
const template = find<HTMLTemplateElement>('[data-search-result]');

find('[data-search-fallback]').remove();

let loading: Promise<Pagefind> | undefined;
let shown = '';

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void search(0);
});
input.addEventListener('input', () => void search(150));
input.addEventListener('focus', () => void load().catch(() => undefined), { once: true });
addEventListener('popstate', readAddress);
readAddress();

function readAddress(): void {
  input.value = new URLSearchParams(location.search).get('q') ?? '';
  if (input.value) void search(0);
  else input.focus();
}

async function search(waitMs: number): Promise<void> {
  const query = input.value.trim();
  if (query === shown) return;
  shown = query;
  history.replaceState(null, '', query ? `?q=${encodeURIComponent(query)}` : location.pathname);
  if (!query) return show([], '');
  try {
    const found = await (await load()).debouncedSearch(query, {}, waitMs);
    if (!found || query !== shown) return;
    await showResults(query, found.results);
  } catch {
    shown = '';
    show([], 'The search index cannot be loaded. It is made after the build: run npm run build.');
  }
}

async function showResults(query: string, results: { data: () => Promise<Hit> }[]): Promise<void> {
  const count = results.length === 1 ? '1 insight' : `${results.length} insights`;
  let next = 0;
  const takeMore = async () => {
    const hits = await Promise.all(results.slice(next, (next += SHOWN_AT_ONCE)).map((result) => result.data()));
    more.hidden = next >= results.length;
    return hits.map(renderHit);
  };
  const first = await takeMore();
  if (query !== shown) return;
  show(first, results.length > 0 ? count : `Nothing found for “${query}”. Try fewer words, or another spelling.`);
  more.hidden = results.length <= SHOWN_AT_ONCE;
  more.onclick = async () => list.append(...(await takeMore()));
}

function show(items: Node[], message: string): void {
  list.replaceChildren(...items);
  state.textContent = message;
  more.hidden = true;
}

function renderHit({ url, excerpt, meta }: Hit): Node {
  const item = template.content.cloneNode(true) as DocumentFragment;
  const link = find<HTMLAnchorElement>('a', item);
  link.href = url;
  link.textContent = meta['title'] ?? url;
  find('[data-theme]', item).dataset['theme'] = meta['themeId'] ?? '';
  find('[data-excerpt]', item).append(...markWords(excerpt));
  for (const [name, value] of Object.entries({
    themes: meta['themes'],
    speaker: meta['speaker'],
    show: meta['show'],
    date: meta['date'],
  })) {
    const place = find(`[data-${name}]`, item);
    if (value) place.textContent = value;
    else place.remove();
  }
  return item;
}

/** Pagefind's excerpt is HTML with `<mark>`; only the marks are taken over as elements, all else as text. */
function markWords(excerpt: string): Node[] {
  return excerpt.split(/(<mark>.*?<\/mark>)/s).map((part) => {
    // The paragraph keeps the white space at the ends of the text.
    const text = new DOMParser().parseFromString(`<p>${part}`, 'text/html').body.textContent ?? '';
    if (!part.startsWith('<mark>')) return new Text(text);
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}

/** Loaded at the first use: nobody else pays for it. */
function load(): Promise<Pagefind> {
  loading ??= (import(/* @vite-ignore */ `${form.dataset['search']}pagefind.js`) as Promise<Pagefind>).then(
    async (pagefind) => {
      await pagefind.options({ excerptLength: 40 });
      return pagefind;
    },
  );
  loading.catch(() => (loading = undefined));
  return loading;
}

function find<T extends HTMLElement = HTMLElement>(selector: string, root: ParentNode = document): T {
  const element = root.querySelector<T>(selector);
  if (!element) throw new Error(`The page has no ${selector}`);
  return element;
}
