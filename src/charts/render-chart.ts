import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';

const { document } = parseHTML('<!doctype html><html><body></body></html>');
/** Units of every chart's width: text of 11 to 16 of them is legible from 320 pixels to the full column (charts.css). */
export const CHART_WIDTH = 480;

export interface Chart extends Omit<Plot.PlotOptions, 'document' | 'className'> {
  /** What a screen reader says in place of it, or before its links. */
  title: string;
}

/** Draws `chart` as an SVG element that carries no style, no script and no size of its own: styles/charts.css dresses it. */
export function renderChart({ title, ...options }: Chart): string {
  const plotted = Plot.plot({ width: CHART_WIDTH, ...options, document: document as unknown as Document });
  const svg = plotted as unknown as Element;
  for (const style of svg.querySelectorAll('style')) style.remove();
  for (const text of svg.querySelectorAll('text')) if (text.textContent === '') text.remove();
  for (const element of [svg, ...svg.querySelectorAll('*')]) tidy(element);
  for (const name of ['width', 'height', 'font-family', 'font-size']) svg.removeAttribute(name);
  svg.setAttribute('class', 'plot');
  svg.setAttribute('role', svg.querySelector('a') ? 'group' : 'img');
  svg.setAttribute('aria-label', title);
  for (const element of svg.querySelectorAll('a')) nameLink(element);
  return asText(svg);
}

const GEOMETRY = ['x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'width', 'height', 'd', 'transform'];

/** The policy of the pages forbids style attributes; a tenth of a unit is finer than the eye. */
function tidy(element: Element): void {
  element.removeAttribute('style');
  element.removeAttribute('aria-label');
  for (const name of GEOMETRY) {
    const value = element.getAttribute(name);
    if (value)
      element.setAttribute(
        name,
        value.replace(/\d+\.\d{2,}/g, (number) => String(Number((+number).toFixed(1)))),
      );
  }
}

/** The title of a link is its name, wherever the pointer is on it. */
function nameLink(link: Element): void {
  const title = link.querySelector('title');
  if (title) link.prepend(title);
  link.removeAttribute('fill');
}

/** linkedom leaves ampersands in attributes as they are. */
function asText(svg: Element): string {
  for (const element of [svg, ...svg.querySelectorAll('a')]) {
    for (const name of ['href', 'aria-label']) {
      const value = element.getAttribute(name);
      if (value) element.setAttribute(name, value.replaceAll('&', '&amp;'));
    }
  }
  return svg.outerHTML;
}
