import type { Part } from './excerpt.ts';

/** `parts` as text, the marked ones as marks. */
export const renderParts = (parts: readonly Part[]): Node[] =>
  parts.map(({ text, marked }) => {
    if (!marked) return new Text(text);
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
