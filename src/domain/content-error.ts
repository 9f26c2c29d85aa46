/** One thing wrong with a file of `content/`, in words that say where it is and how it is mended. */
export interface Problem {
  /** 1-based line of the file, where known. */
  line?: number | undefined;
  /** Path of the field, such as `quote.endMs`. */
  field?: string | undefined;
  message: string;
}

/** A file of `content/` that does not hold what the contract says. The message has one line a problem: `file:line: field: what`. */
export class ContentError extends Error {
  override name = 'ContentError';
  readonly file: string;
  readonly problems: readonly Problem[];

  constructor(file: string, problems: readonly Problem[]) {
    super(problems.map((problem) => describe(file, problem)).join('\n'));
    this.file = file;
    this.problems = problems;
  }
}

const describe = (file: string, { line, field, message }: Problem) =>
  [line === undefined ? file : `${file}:${line}`, field, message].filter(Boolean).join(': ');
