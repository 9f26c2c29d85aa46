import assert from 'node:assert/strict';
import test from 'node:test';
import { createFeedTranscriptReader } from '../../scripts/adapters/feed-transcript-reader.ts';
import { ItemError } from '../../scripts/errors.ts';
import type { Fetcher, FetchOptions } from '../../scripts/ports.ts';

const URL = 'https://pods.example/1/transcript';
function spyFetcher(body: string, contentType?: string) {
  const asked: FetchOptions[] = [];
  const forgotten: string[] = [];
  const fetcher: Fetcher = {
    fetch(url, options) {
      asked.push(options);
      return Promise.resolve({
        url: `${url}?redirected`,
        asked: true,
        unchanged: false,
        body: new TextEncoder().encode(body),
        contentType,
      });
    },
    keepFresh: () => Promise.resolve(),
    forget: (url) => Promise.resolve(void forgotten.push(url)),
  };
  return { fetcher, asked, forgotten };
}

test('a transcript is taken from the store, with its address, type and the language of the link', async () => {
  const { fetcher, asked, forgotten } = spyFetcher('WEBVTT\n\n00:00.000 --> 00:02.000\nMudguards.\n');
  const { transcript, source } = await createFeedTranscriptReader(fetcher).read({
    url: URL,
    type: 'text/vtt',
    language: 'en',
  });
  assert.deepEqual(transcript, { language: 'en', cues: [{ text: 'Mudguards.', startMs: 0, endMs: 2000 }] });
  assert.deepEqual(source, { from: URL, type: 'vtt' });
  assert.equal(asked[0]?.cache, 'force-cache');
  assert.equal(asked[0]?.maxBytes, 16 * 1024 * 1024);
  assert.match(asked[0]?.accept ?? '', /text\/vtt.*json.*subrip.*html.*plain/);
  assert.deepEqual(forgotten, []);
});

test('a body that is no transcript is forgotten, and the error names the address', async () => {
  const { fetcher, forgotten } = spyFetcher('<!doctype html><html><body>Gone</body></html>', 'text/html');
  await assert.rejects(createFeedTranscriptReader(fetcher).read({ url: URL, type: 'text/vtt' }), (error) => {
    return (
      error instanceof ItemError &&
      error.message.includes(URL) &&
      /error page/.test(error.message) &&
      error.cause instanceof ItemError
    );
  });
  assert.deepEqual(forgotten, [URL]);
});
