/** A place in a recording, as players write it: "12:04" or "1:02:04". Apart from other times, as pages bring it to the browser. */
export function writeClock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${pad(m)}:${pad(s)}` : `${m}:${pad(s)}`;
}

const pad = (part: number) => String(part).padStart(2, '0');
