import { orderChapters, type Chapter } from './chapter.ts';

/** Fewer times are no list of chapters. */
const FEWEST = 3;
// Longer lines are prose, and slow to look at.
const LONGEST_LINE = 400;
const TIME = String.raw`(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)(?!:?\d|\.\d|\s*[ap]\.?m\b)`;
/** "00:12:30 - Topic", "(12:30) Topic", "[1:02:03](https://…) Topic", "2. ▶ 0:00–1:30: Topic", "【00:30】话题". */
const AT_START = new RegExp(
  String.raw`^(?:\d{1,2}[.)]\s+)?[^\p{L}\p{N}]{0,8}${TIME}(?:\s*[-–—]\s*[\d:]+)?(?:\]\([^)\s]*\))?(?:[\s\-–—:|•·,)\]】>~*_=→]+(.*))?$`,
  'u',
);
/** "Topic (12:30)", "Topic - 12:30". */
const AT_END = new RegExp(String.raw`^(.*?)[\s\-–—:|•·,(\[【<~*_]+${TIME}[^\p{L}\p{N}]{0,4}$`, 'u');

/**
 * The chapters that show notes list, by the times that their lines begin or end with: at least three that ascend, all of them
 * within the episode. None where the notes have no such list.
 */
export function chaptersInNotes(notes: string, durationMs?: number): Chapter[] {
  const text = notes.replaceAll('：', ':');
  const readings = [readLines(text, readStart), readLines(text, readEnd), readLines(onLines(text), readStart)];
  const chapters = readings.find((reading) => reading.length >= FEWEST) ?? [];
  return isOf(chapters, durationMs) ? orderChapters(chapters) : [];
}

type ReadLine = (line: string) => Chapter | undefined;

/** The longest run of lines whose times ascend; other lines may stand between them. */
function readLines(text: string, readLine: ReadLine): Chapter[] {
  const lines = text.split('\n').filter((line) => line.length <= LONGEST_LINE);
  const runs: Chapter[][] = [[]];
  for (const chapter of lines.flatMap((line) => readLine(line.trim()) ?? [])) {
    const run = runs.at(-1)!;
    if (chapter.startMs > (run.at(-1)?.startMs ?? -1)) run.push(chapter);
    else runs.push([chapter]);
  }
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest));
}

function readStart(line: string): Chapter | undefined {
  const match = AT_START.exec(line);
  return match ? toChapter(match.slice(1, 4), match[4]) : undefined;
}

function readEnd(line: string): Chapter | undefined {
  const match = AT_END.exec(line);
  return match ? toChapter(match.slice(2, 5), match[1]?.replace(/^[^\p{L}\p{N}"“$€£¥#@(]+/u, '')) : undefined;
}

function toChapter([hours = '0', minutes, seconds]: readonly string[], words = ''): Chapter | undefined {
  const title = words.replace(/\s*\(?https?:\/\/\S+/g, '').trim();
  if (!/[\p{L}\p{N}]/u.test(title)) return undefined;
  // "102:33" counts its minutes on; "1:75:00" is no time.
  if (hours !== '0' && Number(minutes) > 59) return undefined;
  return { startMs: ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000, title };
}

/** Notes that lost their line breaks, "0:00 Intro 1:58 Origins (3:11) Repairs", on lines again; only if the list begins at the start. */
function onLines(text: string): string {
  if (!/(?:^|[\s([])0{1,2}:(?:00:)?00(?!\d)/.test(text)) return '';
  return text.replace(/\s{1,20}(?=[([]?\d{1,3}:\d{2}(?::\d{2})?[)\]]?\s)/g, '\n');
}

/** One that begins at the end is a slip; more of them, and the list is that of another recording. */
function isOf(chapters: Chapter[], durationMs: number | undefined): boolean {
  if (durationMs === undefined || chapters.length === 0) return chapters.length > 0;
  const outside = chapters.filter(({ startMs }) => startMs >= durationMs).length;
  if (outside === 1) chapters.pop();
  return outside <= 1 && chapters.length >= FEWEST;
}
