/** Made by src/primers-plugin.ts: the primer of each theme, by theme id. */
declare module 'virtual:primers' {
  interface Primer {
    Content: import('astro/runtime/server/index.js').AstroComponentFactory;
    headings: readonly import('astro').MarkdownHeading[];
  }
  const primers: ReadonlyMap<string, Primer>;
  export default primers;
}
