/** In units of the drawing. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}
export interface Label {
  /** Its point. */
  x: number;
  y: number;
  /** What it says, the longest first. */
  texts: readonly string[];
  /** Which side of its point is tried first. */
  side: 'above' | 'below';
}
export interface PlacedLabel {
  text: string;
  x: number;
  y: number;
  textAnchor: 'start' | 'middle' | 'end';
}

/** Of a letter and a line at the largest size that a label has (charts.css, 22rem); smaller ones lie within. */
const [LETTER, WIDE, LINE] = [10.5, 18, 20];

/** Puts each label beside its point, over none of `taken` and no other label: the shorter text where the longer finds no room, nothing where none does. */
export function placeLabels(labels: readonly Label[], frame: Box, taken: readonly Box[]): PlacedLabel[] {
  const all = [...taken];
  return labels.flatMap((label) => {
    for (const placed of placesOf(label, frame)) {
      const box = boxOf(placed);
      if (!isWithin(box, frame) || all.some((other) => overlap(box, other))) continue;
      all.push(box);
      return [placed];
    }
    return [];
  });
}

/** Over or under the point first, then beside it, then a line further. */
function* placesOf({ x, y, texts, side }: Label, frame: Box): Generator<PlacedLabel> {
  const sign = side === 'above' ? -1 : 1;
  for (const text of texts) {
    const half = widthOf(text) / 2;
    const inside = Math.min(Math.max(x, frame.left + half), frame.right - half);
    for (const dy of [17, -17]) {
      if (inside === x) yield { text, x, y: y + sign * dy, textAnchor: 'middle' };
      yield { text, x: x - 7, y: y + sign * dy, textAnchor: 'start' };
      yield { text, x: x + 7, y: y + sign * dy, textAnchor: 'end' };
    }
    yield { text, x: x - 10, y, textAnchor: 'end' };
    yield { text, x: x + 10, y, textAnchor: 'start' };
    for (const dy of [27, -27]) yield { text, x: inside, y: y + sign * dy, textAnchor: 'middle' };
  }
}

function boxOf({ text, x, y, textAnchor }: PlacedLabel): Box {
  const width = widthOf(text);
  const left = x - { start: 0, middle: width / 2, end: width }[textAnchor];
  return { left, right: left + width, top: y - LINE / 2, bottom: y + LINE / 2 };
}

const widthOf = (text: string) =>
  Array.from(text).reduce((width, letter) => width + (letter > '\u2e80' ? WIDE : LETTER), 0);
const isWithin = (box: Box, frame: Box) =>
  box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
const overlap = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
