import { ContentError } from '#domain/content-error.ts';
import { ThemeId } from '#domain/ids.ts';
import { ThemeFrontMatter, type Theme } from '#domain/theme.ts';
import { readFrontMatter } from './front-matter.ts';

/** Signs with which a colour could leave its declaration in the stylesheet. */
const NO_COLOR = /[;{}<>\\@]|\/\*|url\(/i;

/** The theme that a file of `themes/` describes; its primer is left to MDX. Throws a `ContentError` with line and field. */
export function readThemeFile(text: string, file: string): Theme {
  const id = ThemeId.safeParse(file.replace(/^.*[\\/]/, '').replace(/\.mdx$/, ''));
  if (!id.success)
    throw new ContentError(file, [{ message: 'the file name is not a theme id: lower-case letters, digits, hyphens' }]);
  const { data } = readFrontMatter(text, file, ThemeFrontMatter);
  if (NO_COLOR.test(data.color))
    throw new ContentError(file, [{ field: 'color', message: `"${data.color}" is not a CSS colour` }]);
  return { ...data, id: id.data };
}
