/** Astro's own: the stylesheet of each family of the settings, which its `Font` component would write into every page. */
declare module 'virtual:astro:assets/fonts/internal' {
  export const componentDataByCssVariable: ReadonlyMap<string, { css: string }>;
}
