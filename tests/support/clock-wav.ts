const RATE = 8000;
const HEADER_BYTES = 44;

/** A WAV file (16 bits, mono) that says what time it is: each sample of it is the number of the second, so that a test can hear where a part of it is from. */
export function clockWav(seconds: number): Buffer {
  const samples = Buffer.alloc(seconds * RATE * 2);
  for (let index = 0; index < seconds * RATE; index++) samples.writeInt16LE(Math.floor(index / RATE), index * 2);
  const header = Buffer.alloc(HEADER_BYTES);
  header.write('RIFF', 0);
  header.writeUInt32LE(HEADER_BYTES - 8 + samples.length, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(RATE, 24);
  header.writeUInt32LE(RATE * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples.length, 40);
  return Buffer.concat([header, samples]);
}

/** The seconds that are heard in a part of a `clockWav`, each with where it begins in the part. */
export function hearClock(wav: Uint8Array): { second: number; atMs: number }[] {
  const bytes = Buffer.from(wav);
  const from = bytes.indexOf('data') + 8;
  const heard: { second: number; atMs: number }[] = [];
  for (let at = from; at + 1 < bytes.length; at += 2) {
    const second = bytes.readInt16LE(at);
    if (heard.at(-1)?.second !== second) heard.push({ second, atMs: ((at - from) / 2 / RATE) * 1000 });
  }
  return heard;
}
