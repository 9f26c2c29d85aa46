import { componentDataByCssVariable } from 'virtual:astro:assets/fonts/internal';

/** One file for all pages: they carry no inline styles, which the content security policy refuses. */
export const GET = () =>
  new Response([...componentDataByCssVariable.values()].map(({ css }) => css).join('\n'), {
    headers: { 'Content-Type': 'text/css' },
  });
