// Plays the quoted seconds of an episode. Nothing is asked of the audio's host before the reader presses play;
// without this script the link opens the audio at the passage.
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-audio]')) enhance(link);

function enhance(link: HTMLAnchorElement): void {
  const state = link.parentElement?.querySelector('[data-clip-state]');
  const button = document.createElement('button');
  const label = link.textContent;
  button.type = 'button';
  button.className = link.className;
  button.textContent = label;
  link.replaceWith(button);

  let audio: HTMLAudioElement | undefined;
  const show = (text: string, message: string) => {
    button.textContent = text;
    if (state) state.textContent = message;
  };
  const clip = {
    url: link.dataset['audio'] ?? '',
    from: Number(link.dataset['from']) / 1000,
    stop: Number(link.dataset['stop']) / 1000,
  };
  button.addEventListener('click', () => {
    audio ??= makeAudio(clip, {
      onPlay: () => show('Pause', 'Playing'),
      onPause: () => show('Go on', 'Paused'),
      onEnd: () => show(label, 'The end of the quote'),
      onError: () => show(label, 'The audio cannot be played here; the episode’s own page has it.'),
    });
    // Loading anew also takes back what an attempt that failed has left behind.
    if (audio.error) audio.load();
    if (!audio.paused) return audio.pause();
    if (isAtEnd(audio, clip.stop)) audio.currentTime = clip.from;
    show('Pause', 'Loading');
    audio.play().catch(() => undefined);
  });
}

interface Clip {
  url: string;
  from: number;
  stop: number;
}
interface Listeners {
  onPlay: () => void;
  onPause: () => void;
  onEnd: () => void;
  onError: () => void;
}

/** An audio element that begins at `from` and pauses at `stop` (seconds). */
function makeAudio({ url, from, stop }: Clip, { onPlay, onPause, onEnd, onError }: Listeners): HTMLAudioElement {
  const audio = document.createElement('audio');
  audio.preload = 'none';
  audio.src = url;
  audio.dataset['clip'] = '';
  audio.hidden = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  audio.addEventListener('loadedmetadata', () => (audio.currentTime = from));
  audio.addEventListener('playing', onPlay);
  audio.addEventListener('pause', () => {
    clearTimeout(timer);
    if (audio.error) return;
    (isAtEnd(audio, stop) ? onEnd : onPause)();
  });
  audio.addEventListener('error', onError);
  // Time updates come only four times a second; the last stretch is timed.
  audio.addEventListener('timeupdate', () => {
    const left = stop - audio.currentTime;
    clearTimeout(timer);
    if (audio.paused || left > 0.6) return;
    timer = setTimeout(() => audio.pause(), Math.max(0, left) * 1000);
  });
  document.body.append(audio);
  return audio;
}

/** Timers are not exact: a little before the end is the end. */
const isAtEnd = (audio: HTMLAudioElement, stop: number) => audio.ended || audio.currentTime >= stop - 0.15;
