import { HtmlValidate } from 'html-validate';
import { readPages } from './site-files.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // How it is written, not whether it is right.
    'void-style': 'off',
    'doctype-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-trailing-whitespace': 'off',
    // Safari forgets what a table is once its rows are set as blocks; roles that are written stay.
    'no-redundant-role': 'off',
    'prefer-native-element': 'off',
    // Titles carry what was said, whole.
    'long-title': 'off',
  },
});

/** What is wrong with the pages in `dir`, as "page:line: rule: message". */
export async function invalidHtml(dir: string): Promise<string[]> {
  const problems: string[] = [];
  for (const [page, html] of await readPages(dir)) {
    const report = await validator.validateString(html, page);
    for (const { messages } of report.results)
      for (const { line, ruleId, message, selector } of messages)
        problems.push(`${page}:${line}: ${ruleId}: ${message} (${selector ?? ''})`);
  }
  return problems;
}
