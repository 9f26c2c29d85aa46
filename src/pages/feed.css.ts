import { urls } from '../site.ts';
import feed from '../styles/feed.css?raw';
import tokens from '../styles/tokens.css?raw';

/** For feeds that are opened in a browser: the site's sizes and colours, on elements that are no HTML. */
export const GET = () =>
  // Namespaces are declared before any rule, and so the tokens come last.
  new Response([`@import url('${urls.fonts()}');`, feed, tokens].join('\n'), {
    headers: { 'Content-Type': 'text/css' },
  });
