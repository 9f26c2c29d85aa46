import { sayCount } from '../../write-counts.ts';
import { fromIndexText } from '../../searchable-text.ts';
import { excerptOf } from './excerpt.ts';
import { bestZone, kindOf, noteOf, type Hit, type PageKind } from './hit.ts';
import { sayFound } from './say-found.ts';
import type { FoundPart } from './parts.ts';
import { renderParts } from './text-parts.ts';

/** With more, insights would be out of sight. */
const WITH_EXCERPT = 1;
const KINDS: Record<PageKind, string> = { theme: 'Theme', person: 'Person', show: 'Show' };

/** People and shows first, whose name was typed; then themes, the best of them with what they say. */
export function renderPages(pages: readonly Hit[]): Node[] {
  const themes = pages.filter((hit) => kindOf(hit) === 'theme');
  const named = pages.filter((hit) => kindOf(hit) !== 'theme');
  return [
    ...named.map((hit) => renderLine(hit, `: ${sayCount(Number(noteOf(hit, 'count') ?? 0), 'insight')}`)),
    ...themes.map((hit, at) => renderLine(hit, '', at < WITH_EXCERPT ? renderExcerpt(hit) : undefined)),
  ];
}

/** A part of a query as the link that asks for it alone. */
export function renderPart({ query, found }: FoundPart): Node {
  return renderItem(`?${new URLSearchParams({ q: query })}`, `“${query.replaceAll('"', '')}”`, `: ${sayFound(found)}`);
}

function renderLine(hit: Hit, after: string, excerpt?: Node): Node {
  const kind = kindOf(hit);
  const item = renderItem(hit.url, fromIndexText(hit.meta.title ?? ''), after);
  if (kind) item.prepend(renderLabel(KINDS[kind]), ' ');
  if (excerpt) item.append(excerpt);
  return item;
}

function renderLabel(text: string): Node {
  const label = document.createElement('span');
  label.className = 'label';
  label.textContent = text;
  return label;
}

function renderItem(url: string, text: string, after: string): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = url;
  link.textContent = text;
  item.append(link, after);
  return item;
}

function renderExcerpt(hit: Hit): Node {
  const excerpt = document.createElement('p');
  excerpt.append(...renderParts(excerptOf(hit.content.split(' '), hit.locations, bestZone(hit))));
  return excerpt;
}
