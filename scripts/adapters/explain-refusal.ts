import { RunError, SettingsError } from '../errors.ts';
import { asTyped } from './as-typed.ts';

const AS_BEFORE = 'What was published before is as it was, and no file is half-written';

/** What the refusal of a disk to write to `path` means, and what to do about it; any other error as it is. */
export function explainRefusal(error: unknown, path: string): unknown {
  const where = asTyped(path);
  const { code = '' } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new RunError(`${where}: the disk is full (${code}). ${AS_BEFORE}; free some space, then run this again`, {
      cause: error,
    });
  if (code === 'EIO')
    return new RunError(`${where}: the disk fails (${code}). ${AS_BEFORE}; see to the disk, then run this again`, {
      cause: error,
    });
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM')
    return new SettingsError(
      `${where}: this cannot be written (${code}: ${MEANING[code]}); make it writable, ` +
        `or name another folder with --content or CONTENT_DIR`,
      { cause: error },
    );
  return error;
}

const MEANING = { EROFS: 'its file system is read-only', EACCES: 'no permission', EPERM: 'no permission' };
