/** What the picture of a page says, where a link to it is shown elsewhere. */
export interface Card {
  /** Above the title: the theme, or what the page is. */
  label: string;
  title: string;
  /** Below it: who, where, when. */
  source: string;
  /** Any CSS colour: the theme's. */
  color: string;
}

/** Pixels, as the services that show previews ask for. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;
