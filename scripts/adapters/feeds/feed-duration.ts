/** Milliseconds of "1:02:03", "62:03", "3723", "3723.5", "PT1H2M3S" or "1h 2m 3s". Nothing, zero and nonsense are `undefined`. */
export function feedDuration(text: string): number | undefined {
  const seconds = clockSeconds(text.trim()) ?? unitSeconds(text.trim());
  return seconds ? Math.round(seconds * 1000) : undefined;
}

function clockSeconds(text: string): number | undefined {
  if (!/^\d{1,7}(?::\d{1,3}){0,2}(?:\.\d+)?$/.test(text)) return undefined;
  return text.split(':').reduce((total, part) => total * 60 + Number(part), 0);
}

const UNITS =
  /^(?:PT)?(?:(\d+) ?h(?:(?:ou)?rs?)?\.?,? ?)?(?:(\d+) ?m(?:in(?:ute)?s?)?\.?,? ?)?(?:(\d+)(?:\.\d+)? ?s(?:ec(?:ond)?s?)?\.?)?$/i;

function unitSeconds(text: string): number | undefined {
  const match = UNITS.exec(text);
  if (!match) return undefined;
  const [, hours = 0, minutes = 0, seconds = 0] = match;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
