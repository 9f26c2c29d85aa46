import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { test } from 'node:test';
import { replyWith, userOf, type ChatBody, type ModelReply } from '../../support/model-server.ts';
import { goodItem, setScene, titlesOf } from './read-with-model.ts';

const good = (body: ChatBody): ModelReply => replyWith('insights', [goodItem(body)]);
const goodText = (body: ChatBody) => JSON.stringify({ insights: [goodItem(body)] });
const TITLE = ['Couriers pay three times the price for hub gears'];
const refuse = (message: string, param?: string, status = 400): ModelReply => ({
  status,
  error: { message, param, type: 'invalid_request_error' },
});

for (const [what, status, messages] of [
  [
    'OpenAI’s words',
    400,
    ["Invalid parameter: 'response_format' of type 'json_schema' is not supported", 'Unsupported'],
  ],
  ['a 404', 404, ['No endpoint supports response_format', 'response_format is unknown']],
  ['a 422', 422, ['response_format: extra fields not permitted', 'response_format: extra fields not permitted']],
] as const) {
  test(`no json_schema, by ${what}: the ladder goes down to plain JSON, and is remembered for the run`, async (t) => {
    const { read, server } = await setScene(t, {
      reply: (body) => {
        const { type } = body.response_format ?? {};
        if (type === 'json_schema') return refuse(messages[0], 'response_format', status);
        return type === 'json_object' ? refuse(messages[1], 'response_format', status) : good(body);
      },
    });
    assert.deepEqual(titlesOf(await read()), TITLE);
    await read({ episode: { title: 'Another' } });
    assert.deepEqual(
      server.asked.map(({ response_format }) => response_format?.type),
      ['json_schema', 'json_object', undefined, undefined],
    );
  });
}

test('a refused temperature and a refused name of the bound are left out, and the format stays', async (t) => {
  const { read, server } = await setScene(t, {
    reply: (body) => {
      if (body.temperature !== undefined)
        return refuse("Unsupported value: 'temperature' does not support 0 with this model.", 'temperature');
      if (body.max_tokens !== undefined)
        return refuse("Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.", 'max_tokens');
      return good(body);
    },
  });
  assert.deepEqual(titlesOf(await read()), TITLE);
  await read({ episode: { title: 'Another' } });
  assert.deepEqual(
    server.asked.map((body) => [body.temperature, Boolean(body.max_tokens), Boolean(body.max_completion_tokens)]),
    [
      [0, true, false],
      [undefined, true, false],
      [undefined, false, true],
      [undefined, false, true],
    ],
  );
  assert.ok(server.asked.every(({ response_format }) => response_format?.type === 'json_schema'));
});

for (const [what, wrap] of [
  ['prose with braces around JSON', (json: string) => `Sure {as you asked}: here it is.\n\n${json}\n\nAnything else?`],
  ['a fence', (json: string) => `\`\`\`json\n${json}\n\`\`\``],
  ['thoughts aloud', (json: string) => `<think>Maybe {"insights": []}? No.</think>\n${json}`],
  ['a bare list', (json: string) => JSON.stringify((JSON.parse(json) as { insights: unknown[] }).insights)],
] as const) {
  test(`${what}: the JSON is found`, async (t) => {
    const { read } = await setScene(t, { reply: (body) => ({ text: wrap(goodText(body)) }) });
    assert.deepEqual(titlesOf(await read()), TITLE);
  });
}

test('cut-off JSON: what is complete is kept, in one call', async (t) => {
  const { read, server } = await setScene(t, {
    reply: (body) => {
      const items = [goodItem(body), goodItem(body, { title: 'Half an insight' })];
      return { text: JSON.stringify({ insights: items }).slice(0, -150), finish: 'length' };
    },
  });
  assert.deepEqual(titlesOf(await read()), TITLE);
  assert.equal(server.asked.length, 1);
});

test('cut off before anything is complete: asked once more, with room for twice as much', async (t) => {
  const { read, server } = await setScene(t, {
    reply: (body, before) =>
      before === 0 ? { text: '{"insights": [{"from": 2, "to":', finish: 'length' } : good(body),
  });
  assert.deepEqual(titlesOf(await read()), TITLE);
  const bounds = server.asked.map(({ max_tokens = 0 }) => max_tokens);
  assert.equal(bounds[1], (bounds[0] ?? 0) * 2);
});

test('cut off twice: the episode failed, and the next run reads it', async (t) => {
  let isWell = false;
  const { read, server } = await setScene(t, {
    reply: (body) => (isWell ? good(body) : { text: '{"insights": [', finish: 'length' }),
  });
  const { status, reason, usage } = await read();
  assert.deepEqual([status, server.asked.length, usage?.calls], ['failed', 2, 2]);
  assert.match(reason ?? '', /did not answer with the JSON/);
  isWell = true;
  assert.deepEqual(titlesOf(await read()), TITLE);
});

for (const [what, refusal] of [
  ['in its own field', { text: '', refusal: 'I will not.' }],
  ['in plain words', { text: "I'm sorry, but I can't help with that." }],
  ['by a filter of answers', { text: '', finish: 'content_filter' }],
  ['by a filter of prompts', { status: 400, error: { message: 'The prompt was filtered', code: 'content_filter' } }],
  ['by a moderator', { status: 403, error: { message: 'Your input was flagged by moderation' } }],
] as const) {
  test(`refusal ${what}: no insight, with that reason, and not asked for ever`, async (t) => {
    const { read, server, nextRun } = await setScene(t, { reply: () => refusal });
    const { status, reason, proven } = await read();
    assert.deepEqual([status, proven], ['no-insight', []]);
    assert.match(reason ?? '', /refused to read it/);
    nextRun();
    await read();
    assert.equal(server.asked.length, 1);
  });
}

test('something else than JSON: the episode failed, nothing is stored, and the next run reads it', async (t) => {
  const { read, nextRun } = await setScene(t, {
    reply: (body, before) => (before === 0 ? { text: 'What a nice talk about bicycles!' } : good(body)),
  });
  assert.equal((await read()).status, 'failed');
  nextRun();
  assert.deepEqual(titlesOf(await read()), TITLE);
});

test('reversed line numbers are put in order', async (t) => {
  const { read } = await setScene(t, {
    reply: (body) => {
      const { from, to } = goodItem(body);
      return replyWith('insights', [goodItem(body, { from: to, to: from })]);
    },
  });
  const [first] = (await read()).proven;
  assert.match(first?.quote.text ?? '', /^Well, a hub gear.*three times the price\.$/);
  assert.deepEqual([first?.quote.startMs, first?.quote.endMs, first?.place.speaker], [4000, 9000, 'Ann Lee']);
});

test('lines that go over into the words of another are cut to the longer turn', async (t) => {
  const { read } = await setScene(t, { reply: (body) => replyWith('insights', [goodItem(body, { from: 1 })]) });
  assert.match((await read()).proven[0]?.quote.text ?? '', /^Well, a hub gear/);
});

for (const [what, lines] of [
  ['outside', { from: 900, to: 901 }],
  ['of nothing', { from: 0, to: 0 }],
] as const) {
  test(`line numbers ${what}: mended on request, with lines to choose from`, async (t) => {
    const { read, server } = await setScene(t, {
      reply: (body, before) =>
        replyWith('insights', [before === 0 ? goodItem(body, lines) : goodItem(body, { draft: 1 })]),
    });
    const { proven, dropped } = await read();
    assert.deepEqual([proven.length, dropped, server.asked.length], [1, [], 2]);
    assert.match(userOf(server.asked[1]!), /Draft 1\. What is wrong: lines that the transcript does not have/);
  });

  test(`line numbers ${what}, twice: dropped and counted`, async (t) => {
    const { read, server } = await setScene(t, {
      reply: (body) => replyWith('insights', [goodItem(body, { ...lines, draft: 1 })]),
    });
    const { proven, dropped, status } = await read();
    assert.deepEqual(
      [proven, dropped, status, server.asked.length],
      [[], ['lines that the transcript does not have'], 'no-insight', 2],
    );
  });
}

const invented = { title: 'Couriers pay 12 times the price for hub gears' };
test('an invented number: one request says which, and the good insight beside it stays', async (t) => {
  const { read, server } = await setScene(t, {
    reply: (body, before) =>
      replyWith(
        'insights',
        before === 0
          ? [goodItem(body), goodItem(body, invented)]
          : [goodItem(body, { draft: 1, title: 'Winter is what hub gears are for' })],
      ),
  });
  const reading = await read();
  assert.deepEqual(titlesOf(reading), [...TITLE, 'Winter is what hub gears are for']);
  assert.deepEqual([reading.dropped, reading.usage?.calls], [[], 2]);
  assert.match(userOf(server.asked[1]!), /number not in the evidence \(12\)/);
});

for (const [what, repair] of [
  ['again', (body: ChatBody) => replyWith('insights', [goodItem(body, { ...invented, draft: 1 })])],
  ['and nothing better', () => replyWith('insights', [])],
  ['and an answer to another question', (body: ChatBody) => replyWith('insights', [goodItem(body, { draft: 7 })])],
  ['and no JSON', () => ({ text: 'It is right as it is.' })],
] as const) {
  test(`an invented number ${what}: dropped and counted, and what was proven stays`, async (t) => {
    const { read, server } = await setScene(t, {
      reply: (body, before) =>
        before === 0 ? replyWith('insights', [goodItem(body), goodItem(body, invented)]) : repair(body),
    });
    const reading = await read();
    assert.deepEqual([titlesOf(reading), reading.dropped], [TITLE, ['number not in the evidence']]);
    assert.equal(server.asked.length, 2);
  });
}

test('items of a wrong shape are counted, and the others stay', async (t) => {
  const { read } = await setScene(t, {
    reply: (body) => replyWith('insights', [{ from: 'x' }, 'what?', goodItem(body)]),
  });
  const reading = await read();
  assert.deepEqual([titlesOf(reading), reading.dropped], [TITLE, ['malformed answer', 'malformed answer']]);
});

test('429 with Retry-After: waited for, then read', async (t) => {
  const times: number[] = [];
  const { read } = await setScene(t, {
    reply: (body, before) => {
      times.push(Date.now());
      if (before > 0) return good(body);
      return { status: 429, headers: { 'retry-after': '1' }, error: { message: 'Slow down' } };
    },
  });
  assert.deepEqual(titlesOf(await read()), TITLE);
  assert.ok((times[1] ?? 0) - (times[0] ?? 0) >= 950, `${times}`);
});

test('500 once: tried again', async (t) => {
  const { read } = await setScene(t, {
    reply: (body, before) => (before === 0 ? { status: 500, error: { message: 'Oh' } } : good(body)),
  });
  assert.deepEqual(titlesOf(await read()), TITLE);
});

test('500 for ever: the episode failed, and the next run reads it', async (t) => {
  let isWell = false;
  const { read } = await setScene(t, {
    reply: (body) => (isWell ? good(body) : { status: 500, error: { message: 'Oh no' } }),
  });
  const { status, reason } = await read();
  assert.equal(status, 'failed');
  assert.match(reason ?? '', /http:\/\/127\.0\.0\.1:\d+\/v1 failed: 500 Oh no; a later run tries again/);
  isWell = true;
  assert.deepEqual(titlesOf(await read()), TITLE);
});

test('silence: given up after the time-out, and the next run reads it', async (t) => {
  let isWell = false;
  const { read } = await setScene(t, {
    reply: (body) => (isWell ? good(body) : 'silence'),
    engine: { timeoutMs: 100 },
  });
  const { status, reason } = await read();
  assert.equal(status, 'failed');
  assert.match(reason ?? '', /did not answer in time/);
  isWell = true;
  assert.deepEqual(titlesOf(await read()), TITLE);
});

test('an answer that drips is given up after the time-out too, and one without end at its limit', async (t) => {
  const drip = (response: ServerResponse) => {
    const timer = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(timer));
  };
  const slow = await setScene(t, { reply: () => ({ raw: drip }), engine: { timeoutMs: 200 } });
  assert.match((await slow.read()).reason ?? '', /did not answer in time/);
  let sent = 0;
  const flood = (response: ServerResponse) => {
    const chunk = ' '.repeat(2 ** 20);
    const more = () => {
      while (!response.destroyed && response.write(chunk)) sent++;
    };
    response.on('drain', more);
    more();
  };
  const endless = await setScene(t, { reply: () => ({ raw: flood }) });
  assert.match((await endless.read()).reason ?? '', /does not end: the answer is larger than 8388608 bytes/);
  assert.ok(sent < 200, `${sent} MB were sent`);
});

for (const [what, completion] of [
  ['null', null],
  ['a text', 'insights'],
  ['no choices', {}],
  ['choices that are none', { choices: 'none' }],
  ['a choice that is null', { choices: [null] }],
  ['content that is a list', { choices: [{ message: { content: [{ text: 'x' }] } }] }],
  ['counts that are texts', { choices: [], usage: { prompt_tokens: '5', completion_tokens: -1 } }],
] as const) {
  test(`${what} instead of a completion: the episode failed, and the tokens are still counted as numbers`, async (t) => {
    const { read } = await setScene(t, { reply: () => ({ raw: JSON.stringify(completion) }) });
    const { status, usage } = await read();
    assert.equal(status, 'failed');
    assert.ok(Number.isSafeInteger(usage?.promptTokens) && Number.isSafeInteger(usage?.completionTokens));
  });
}

test('a failure between reading and mending: the next run pays for the mending alone', async (t) => {
  const { read, server } = await setScene(t, {
    reply: (body, before) => {
      if (before > 0 && before < 4) return { status: 500, error: { message: 'Oh' } };
      return replyWith('insights', [goodItem(body, before === 0 ? invented : { draft: 1 })]);
    },
  });
  const failed = await read();
  assert.deepEqual([failed.status, failed.usage?.calls], ['failed', 1]);
  assert.deepEqual(titlesOf(await read()), TITLE);
  assert.equal(server.asked.length, 5);
});

for (const [what, reply, message] of [
  [
    'a key that is refused',
    { status: 401, error: { message: 'Wrong key: s3cret' } },
    /refuses the key \(401\); set OPENAI_API_KEY/,
  ],
  [
    'a model that is not there',
    { status: 404, error: { message: 'model "fake" not found' } },
    /fake.*set WINNOW_MODEL/,
  ],
] as const) {
  test(`${what} stops the run with the fix, and the key is not shown`, async (t) => {
    const { read } = await setScene(t, { reply: () => reply, engine: { apiKey: 's3cret' } });
    await assert.rejects(read(), (error: Error) => {
      assert.equal(error.name, 'SettingsError');
      assert.match(error.message, message);
      assert.doesNotMatch(error.message, /s3cret/);
      return true;
    });
  });
}

test('an error that repeats the key is reported without it', async (t) => {
  const { read } = await setScene(t, {
    reply: () => ({ status: 400, error: { message: 'Account of sk-s3cret-f3a9 has no credit' } }),
    engine: { apiKey: 'sk-s3cret-f3a9' },
  });
  const { status, reason } = await read();
  assert.equal(status, 'failed');
  assert.match(reason ?? '', /Account of … has no credit/);
});
