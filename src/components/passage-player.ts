/** Seconds of a recording. */
export interface Passage {
  url: string;
  from: number;
  stop: number;
}
/** What can go wrong; `unseekable`: the host sends the recording from its beginning only. */
export type Trouble = 'unplayable' | 'refused' | 'too-short' | 'unseekable';
interface Listeners {
  loading: () => void;
  playing: () => void;
  paused: () => void;
  /** At the end of the passage, or of a recording that ends before it. */
  ended: () => void;
  /** Seconds since the beginning of the passage; comes several times a second. */
  time: (seconds: number) => void;
  trouble: (trouble: Trouble) => void;
}
export type PassagePlayer = ReturnType<typeof createPassagePlayer>;

/** Longest time between two looks at the clock, in milliseconds; the last one is timed to the end. */
const TICK_MS = 200;
/** Timers are not exact: this close to the end is the end, in seconds. */
const END_SLACK = 0.03;
/** Seeking lands on a frame of the recording, not on the very place. */
const ARRIVAL_SLACK = 1;

/** Plays a passage of a recording and stops at its end. Nothing is asked of the host before the first `toggle`. */
export function createPassagePlayer({ url, from, stop }: Passage, on: Listeners) {
  const audio = makeAudio(url);
  let shift = 0;
  let loops = false;
  /** Where to go as soon as the browser can. */
  let goal: number | undefined = from;
  let hasFailed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const begin = () => Math.max(0, from + shift);
  const end = () => begin() + stop - from;
  const isAtEnd = () => audio.ended || audio.currentTime >= end() - END_SLACK;
  const isShort = () => Number.isFinite(audio.duration) && audio.duration <= begin();

  function fail(trouble: Trouble): void {
    hasFailed = true;
    audio.pause();
    on.trouble(trouble);
  }
  /** Some browsers seek only after they have begun to play. */
  function goToGoal(): void {
    if (audio.seeking || goal === undefined) return;
    if (Math.abs(audio.currentTime - goal) <= ARRIVAL_SLACK) goal = undefined;
    else if (canSeekTo(audio, goal)) audio.currentTime = goal;
  }
  function goTo(seconds: number): void {
    goal = seconds;
    if (audio.readyState < HTMLMediaElement.HAVE_METADATA) return;
    if (canSeekTo(audio, seconds)) audio.currentTime = seconds;
    tick();
  }
  function play(): void {
    hasFailed = false;
    if (audio.error) audio.load();
    audio.play().catch((error: unknown) => {
      if (error instanceof DOMException && error.name === 'NotAllowedError') on.trouble('refused');
    });
  }
  function tick(): void {
    clearTimeout(timer);
    on.time(audio.currentTime - begin());
    if (audio.paused || audio.seeking) return;
    const left = end() - audio.currentTime;
    if (left > END_SLACK) timer = setTimeout(tick, Math.min(TICK_MS, (left / audio.playbackRate) * 1000));
    else if (loops) goTo(begin());
    else audio.pause();
  }

  audio.addEventListener('loadedmetadata', () => (isShort() ? fail('too-short') : goToGoal()));
  audio.addEventListener('canplay', goToGoal);
  audio.addEventListener('waiting', () => !audio.paused && !hasFailed && on.loading());
  audio.addEventListener('seeked', () => {
    if (goal !== undefined && canSeekTo(audio, goal)) goal = undefined;
    tick();
  });
  audio.addEventListener('playing', () => {
    // It may have been on its way when something went wrong.
    if (hasFailed) return;
    goToGoal();
    if (goal !== undefined && !audio.seeking) return fail('unseekable');
    on.playing();
    tick();
  });
  audio.addEventListener('pause', () => {
    clearTimeout(timer);
    if (hasFailed) return;
    on.time(audio.currentTime - begin());
    if (!isAtEnd()) on.paused();
    else if (!loops) on.ended();
    else {
      goTo(begin());
      play();
    }
  });
  audio.addEventListener('error', () => fail('unplayable'));

  return {
    length: stop - from,
    begin,
    isPlaying: () => !audio.paused,
    toggle(): void {
      if (!audio.paused) return audio.pause();
      if (isShort()) return fail('too-short');
      if (audio.error) goal = begin();
      else if (isAtEnd()) goTo(begin());
      on.loading();
      play();
    },
    /** Goes to a second of the passage. */
    seek: (seconds: number) => goTo(begin() + seconds),
    /** Moves the whole passage, and plays it from its beginning; the seconds by which it is moved by now. */
    nudge(seconds: number): number {
      shift = Math.max(-from, shift + seconds);
      if (isShort()) fail('too-short');
      else {
        goTo(begin());
        if (audio.paused) play();
      }
      return shift;
    },
    setRate: (rate: number) => void (audio.playbackRate = rate),
    setLoop: (on: boolean) => void (loops = on),
  };
}

const canSeekTo = ({ seekable }: HTMLAudioElement, seconds: number) =>
  seekable.length > 0 && seekable.end(seekable.length - 1) >= seconds;

function makeAudio(url: string): HTMLAudioElement {
  const audio = document.createElement('audio');
  audio.preload = 'none';
  audio.src = url;
  audio.hidden = true;
  document.body.append(audio);
  return audio;
}
