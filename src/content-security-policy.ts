import { isLocalSite } from './site.ts';

/** A trial on one's own machine may play what is served on it. */
const LOCAL_AUDIO = isLocalSite ? ' http://localhost:* http://127.0.0.1:*' : '';

/** What a page may load: nothing from elsewhere but audio, and no inline script or style. */
export function contentSecurityPolicy({ withSearch = false } = {}): string {
  return [
    "default-src 'none'",
    // Pagefind is WebAssembly.
    `script-src 'self'${withSearch ? " 'wasm-unsafe-eval'" : ''}`,
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    `media-src 'self' https:${LOCAL_AUDIO}`,
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}
