/** Made by src/primers-plugin.ts: the component of each theme's primer, by theme id. */
declare module 'virtual:primers' {
  const primers: ReadonlyMap<string, import('astro/runtime/server/index.js').AstroComponentFactory>;
  export default primers;
}
