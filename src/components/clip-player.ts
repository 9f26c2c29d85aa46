import { writeClock } from '../write-clock.ts';
import { createPassagePlayer, type PassagePlayer, type Trouble } from './passage-player.ts';

// Plays the quoted seconds of an episode. Without this script the link opens the audio at the passage.
for (const clip of document.querySelectorAll<HTMLElement>('[data-clip]')) enhance(clip);

function enhance(clip: HTMLElement): void {
  const link = clip.querySelector<HTMLAnchorElement>('a[data-audio]');
  if (!link) return;
  const button = toButton(link);
  const label = button.textContent;
  const view = viewOf(clip);
  const say = (text: string, message: string) => {
    button.textContent = text;
    // With the loop on the same comes again and again, and is read out once.
    if (view.state.textContent !== message) view.state.textContent = message;
  };
  const passage = {
    url: link.dataset['audio'] ?? '',
    from: Number(link.dataset['from']) / 1000,
    stop: Number(link.dataset['stop']) / 1000,
  };
  let player: PassagePlayer | undefined;
  const makePlayer = () =>
    createPassagePlayer(passage, {
      loading: () => say('Pause', 'Loading'),
      playing: () => {
        view.controls.hidden = false;
        say('Pause', 'Playing');
      },
      paused: () => say('Go on', 'Paused'),
      ended: () => say(label, 'The end of the quote'),
      time: (seconds) => player && showPlace(view, player, seconds),
      trouble: (trouble) => say(label, messageOf(trouble, passage.from)),
    });
  button.addEventListener('click', () => {
    if (!player) connect(view, (player = makePlayer()));
    player.toggle();
  });
}

function toButton(link: HTMLAnchorElement): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = link.className;
  button.textContent = link.textContent.trim();
  link.replaceWith(button);
  return button;
}

type View = ReturnType<typeof viewOf>;
function viewOf(clip: HTMLElement) {
  const find = <E extends HTMLElement>(name: string) => clip.querySelector<E>(`[data-clip-${name}]`)!;
  return {
    state: find('state'),
    controls: find('controls'),
    place: find<HTMLInputElement>('place'),
    now: find('now'),
    speed: find<HTMLSelectElement>('speed'),
    loop: find<HTMLInputElement>('loop'),
    shifted: find('shifted'),
    nudges: clip.querySelectorAll<HTMLButtonElement>('[data-clip-nudge]'),
  };
}

function connect({ place, speed, loop, shifted, nudges }: View, player: PassagePlayer): void {
  place.max = String(player.length);
  place.addEventListener('input', () => {
    player.seek(place.valueAsNumber);
    place.setAttribute('aria-valuetext', clockOf(player.begin() + place.valueAsNumber));
  });
  speed.addEventListener('change', () => player.setRate(Number(speed.value)));
  loop.addEventListener('change', () => player.setLoop(loop.checked));
  for (const nudge of nudges)
    nudge.addEventListener('click', () => {
      const seconds = Math.round(player.nudge(Number(nudge.dataset['clipNudge'])));
      const way = seconds < 0 ? 'earlier' : 'later';
      shifted.textContent = seconds === 0 ? '' : `Played ${Math.abs(seconds)} s ${way} than the transcript says.`;
    });
  // A browser may keep what was chosen before the page was left.
  player.setRate(Number(speed.value));
  player.setLoop(loop.checked);
}

function showPlace({ place, now }: View, player: PassagePlayer, seconds: number): void {
  const clock = clockOf(player.begin() + Math.max(0, seconds));
  place.value = String(seconds);
  // Read out where the reader moves it, and not with every second that plays.
  if (!player.isPlaying()) place.setAttribute('aria-valuetext', clock);
  now.textContent = clock;
}

function messageOf(trouble: Trouble, from: number): string {
  if (trouble === 'refused') return 'The browser did not begin to play. Press once more.';
  if (trouble === 'too-short') return `The recording ends before ${clockOf(from)}: it was cut or replaced.`;
  if (trouble === 'unseekable')
    return `This host lets the recording be heard from its beginning only; the words come at ${clockOf(from)}.`;
  return navigator.onLine
    ? 'The audio cannot be played here: its host does not give it, or not in a form that this browser plays.'
    : 'The audio cannot be played here while you are offline.';
}

/** `time` in seconds. */
const clockOf = (time: number) => writeClock(time * 1000);
