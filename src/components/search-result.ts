import { find } from './find-element.ts';
import { excerptOf, markWords, type Part } from './search-excerpt.ts';
import type { Hit } from './search-index.ts';

const DATE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** A result as `template` lays it out. All that comes from the index goes in as text. */
export function renderHit(hit: Hit, template: HTMLTemplateElement, themes: ReadonlyMap<string, string>): Node {
  const item = template.content.cloneNode(true) as DocumentFragment;
  const title = (hit.meta.title ?? '').split(/\s+/);
  const link = find<HTMLAnchorElement>('a', item);
  link.href = hit.url;
  link.replaceChildren(...markWords(title, hit.locations).map(renderPart));
  find('[data-excerpt]', item).append(
    ...excerptOf(hit.content.split(' '), hit.locations, title.length).map(renderPart),
  );
  find('[data-themes]', item).append(...(hit.filters.theme ?? []).map((id) => renderTheme(id, themes.get(id) ?? id)));
  setOrRemove(find('[data-person]', item), hit.filters.person?.[0]);
  setOrRemove(find('[data-show]', item), hit.filters.show?.[0]);
  setDate(find<HTMLTimeElement>('time', item), hit.url);
  return item;
}

function renderPart({ text, marked }: Part): Node {
  if (!marked) return new Text(text);
  const mark = document.createElement('mark');
  mark.textContent = text;
  return mark;
}

function renderTheme(id: string, title: string): Node {
  const item = document.createElement('li');
  const name = document.createElement('span');
  name.className = 'theme';
  name.dataset['theme'] = id;
  name.textContent = title;
  item.append(name);
  return item;
}

function setOrRemove(element: HTMLElement, text: string | undefined): void {
  if (text) element.textContent = text;
  else element.remove();
}

/** An insight's address begins with its day. */
function setDate(element: HTMLTimeElement, url: string): void {
  const day = /\/(\d{4}-\d{2}-\d{2})-[^/]*\/$/.exec(url)?.[1];
  if (!day) return element.remove();
  element.dateTime = day;
  element.textContent = DATE.format(new Date(day));
}
