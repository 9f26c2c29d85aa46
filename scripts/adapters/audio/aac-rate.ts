/** Sampling frequencies by their index (ISO 14496-3, table 1.18). */
const RATES = [96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8000, 7350];
/** Its object types go on in further bits (ISO 14496-3, 1.6.2.1); no podcast has any of those. */
const ESCAPE = 31;

/**
 * Samples a second of which a frame of AAC has 1024: those of the core, which is half of what is heard where its upper half is
 * made up (HE-AAC), and by which decoders go. Throws where it is not one of the usual.
 */
export function aacRate({
  sampleRate,
  description,
}: {
  sampleRate: number;
  description?: AllowSharedBufferSource;
}): number {
  // Of ADTS: each frame says it.
  if (description === undefined) return sampleRate;
  const config = ArrayBuffer.isView(description)
    ? new Uint8Array(description.buffer, description.byteOffset, description.byteLength)
    : new Uint8Array(description);
  const [first = 0, second = 0] = config;
  const rate = first >> 3 === ESCAPE ? undefined : RATES[((first & 0b111) << 1) | (second >> 7)];
  if (rate === undefined) throw new Error('its AAC is of an unusual kind');
  return rate;
}
