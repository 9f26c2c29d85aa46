import { homedir } from 'node:os';
import { basename, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withoutEmails } from '#domain/email-address.ts';
import { isSecretFeed } from '#domain/secret-address.ts';
import { withoutEchoes } from '#domain/without-echoes.ts';
import { withoutKey } from '#domain/without-key.ts';
import { withoutSecrets } from '#domain/without-secrets.ts';
import type { Report } from './report.ts';

const ROOT = resolve(import.meta.dirname, '..');

/**
 * A message as it may stand in a log or a report, which others read: no login, key or e-mail address, and paths from the
 * current folder, the project or one of `folders` on. All messages pass here as they leave, so those who make them name
 * addresses as they are.
 */
export function hidePrivate(text: string, folders: readonly string[] = []): string {
  const within = [process.cwd(), ROOT, ...folders.map((folder) => resolve(folder))].filter((folder) => folder !== sep);
  const inside = within.reduce(
    (rest, folder) => rest.replaceAll(`${pathToFileURL(folder).href}/`, '').replaceAll(`${folder}${sep}`, ''),
    text,
  );
  const shorter = within.reduce((rest, folder) => rest.replaceAll(`${folder} `, `${basename(folder)} `), inside);
  const home = homedir();
  const known = process.argv.filter((flag) => /^https?:/i.test(flag) && isSecretFeed({ feed: flag }));
  const open = home.length > 1 ? shorter.replaceAll(home, '~') : shorter;
  const key = process.env.OPENAI_API_KEY?.trim();
  return withoutEmails(withoutSecrets(withoutEchoes(withoutKey(open, key), known)));
}

/** The same for a whole report. */
export function hidePrivateIn(report: Report, folders: readonly string[]): Report {
  const hide = (text: string) => hidePrivate(text, folders);
  const hideError = <T extends { error?: string | undefined }>(line: T): T =>
    line.error === undefined ? line : { ...line, error: hide(line.error) };
  return {
    ...report,
    shows: report.shows.map(hideError),
    episodes: report.episodes.map(hideError),
    problems: report.problems.map(hide),
    notes: report.notes.map(hide),
  };
}
