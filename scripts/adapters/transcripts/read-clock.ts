const CLOCK = /^(-)?(?:(?:(\d+):)?(\d+):)?(\d+)(?:[.,](\d+))?$/;

/** Milliseconds of a time such as "1:02:03.500", "02:03,5", "101:00:00" or "123.4" (seconds); `undefined` where it is none. */
export function readClock(text: string): number | undefined {
  const match = CLOCK.exec(text.trim());
  if (!match) return undefined;
  const [, sign, hours = '0', minutes = '0', seconds, fraction = '0'] = match;
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(`0.${fraction}`);
  return Math.round(total * 1000) * (sign ? -1 : 1);
}
