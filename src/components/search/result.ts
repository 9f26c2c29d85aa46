import { find } from '../find-element.ts';
import { excerptOf, markWords } from './excerpt.ts';
import { bestZone, noteOf, type Hit } from './hit.ts';
import { renderParts } from './text-parts.ts';

export interface ThemeLink {
  title: string;
  url: string;
}

const DATE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** A result as `template` lays it out. All that comes from the index goes in as text. */
export function renderHit(hit: Hit, template: HTMLTemplateElement, themes: ReadonlyMap<string, ThemeLink>): Node {
  const item = template.content.cloneNode(true) as DocumentFragment;
  const link = find<HTMLAnchorElement>('h2 a', item);
  link.href = hit.url;
  link.replaceChildren(...renderParts(markWords((hit.meta.title ?? '').split(/\s+/), hit.locations)));
  find('[data-excerpt]', item).append(...renderExcerpt(hit));
  find('[data-themes]', item).append(...(hit.filters.theme ?? []).map((id) => renderTheme(id, themes.get(id))));
  setOrRemove(find('[data-person]', item), hit.filters.person?.[0], noteOf(hit, 'person'));
  setOrRemove(find('[data-show]', item), hit.filters.show?.[0], noteOf(hit, 'show'));
  setDate(find<HTMLTimeElement>('time', item), hit.url);
  const moment = noteOf(hit, 'moment');
  setOrRemove(find('[data-moment]', item), moment && `, at ${moment}`);
  return item;
}

/** Either of the claim or of the quote, which stands in quotation marks: nobody said the two as one. */
function renderExcerpt(hit: Hit): Node[] {
  const zone = bestZone(hit);
  const parts = renderParts(excerptOf(hit.content.split(' '), hit.locations, zone));
  return zone.name === 'quote' ? [new Text('“'), ...parts, new Text('”')] : parts;
}

function renderTheme(id: string, theme?: ThemeLink): Node {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.className = 'theme';
  link.dataset['theme'] = id;
  link.textContent = theme?.title ?? id;
  if (theme) link.href = theme.url;
  item.append(link);
  return item;
}

function setOrRemove(element: HTMLElement, text: string | undefined, url?: string): void {
  if (!text) return element.remove();
  element.textContent = text;
  if (url && element instanceof HTMLAnchorElement) element.href = url;
}

/** An insight's address begins with its day. */
function setDate(element: HTMLTimeElement, url: string): void {
  const day = /\/(\d{4}-\d{2}-\d{2})-[^/]*\/$/.exec(url)?.[1];
  if (!day) return element.remove();
  element.dateTime = day;
  element.textContent = DATE.format(new Date(day));
}
