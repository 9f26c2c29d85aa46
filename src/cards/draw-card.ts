import { Resvg } from '@resvg/resvg-js';
import { formatHex, oklch } from 'culori';
import satori from 'satori';
import { SITE_NAME } from '../site-name.ts';
import { cardFonts } from './card-fonts.ts';
import { CARD_SIZE, type Card } from './card.ts';

/** The colours of tokens.css, which the drawing library cannot read. */
const PAPER = '#fcfaf6';
const INK = '#211c18';
const INK_SOFT = '#524b46';
/** Lightness of a theme's colour as a mark and in text, as in tokens.css. */
const MARK_LIGHTNESS = 0.56;
const TEXT_LIGHTNESS = 0.44;

/** The card as PNG: a page of the edition, with the theme's colour as a mark beside its name. */
export async function drawCard({ label, title, source, color }: Card): Promise<Buffer> {
  const page = box(
    {
      ...column,
      width: '100%',
      height: '100%',
      padding: '64px 72px',
      boxSizing: 'border-box',
      justifyContent: 'space-between',
      background: PAPER,
    },
    [
      box({ ...column }, [
        box({ ...row, fontSize: 30, color: atLightness(color, TEXT_LIGHTNESS) }, [
          box({ width: 8, height: 34, marginRight: 18, background: atLightness(color, MARK_LIGHTNESS) }),
          label,
        ]),
        box(
          {
            fontFamily: 'serif',
            fontSize: sizeFor(title),
            lineHeight: 1.14,
            marginTop: 36,
            color: INK,
            textWrap: 'balance',
            lineClamp: 5,
          },
          [title],
        ),
      ]),
      box({ ...row, justifyContent: 'space-between', alignItems: 'flex-end', borderTop: `2px solid ${INK}` }, [
        box({ fontSize: 28, paddingTop: 24, maxWidth: 820, lineClamp: 2, color: INK_SOFT }, [source]),
        box({ fontFamily: 'serif', fontSize: 40, color: INK }, [SITE_NAME]),
      ]),
    ],
  );
  const svg = await satori(page, { ...CARD_SIZE, fonts: await cardFonts() });
  return new Resvg(svg).render().asPng();
}

const row = { flexDirection: 'row', alignItems: 'center' };
const column = { flexDirection: 'column' };

/** An element as the drawing library takes it, without React. */
const box = (style: Record<string, unknown>, children: unknown[] = []) =>
  ({ type: 'div', key: null, props: { style: { display: 'flex', fontFamily: 'sans', ...style }, children } }) as const;

const sizeFor = (title: string) => (title.length <= 40 ? 88 : title.length <= 70 ? 76 : 66);

function atLightness(color: string, lightness: number): string {
  const parsed = oklch(color);
  return parsed ? formatHex({ ...parsed, l: lightness }) : INK;
}
