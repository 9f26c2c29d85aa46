import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cleanSpeech } from '../../../scripts/adapters/embedded/clean-speech.ts';

for (const [spoken, printed] of [
  ['Um, so, you know, the price fell.', 'The price fell.'],
  ["And it's it's it's cheaper, you know, than before.", "It's cheaper than before."],
  ['We we were late, right?', 'We were late.'],
  ['The the whole point, I mean, is the oil.', 'The whole point is the oil.'],
  ["So in the in the end it's the price.", "In the end it's the price."],
  ['A hub gear is, like, kind of expensive.', 'A hub gear is kind of expensive.'],
  ['Prices at 1.10, uh, per million.', 'Prices at 1.10 per million.'],
  ['>> Yeah. So the chain broke.', 'The chain broke.'],
  ['The chain... the chain is old.', 'The chain is old.'],
  ['It is very very cheap.', 'It is very very cheap.'],
  ['That had had no effect.', 'That had had no effect.'],
  ['What you know is that chains rust.', 'What you know is that chains rust.'],
  ['These kinds of gears last.', 'These kinds of gears last.'],
  ['It costs, uh, .5 million.', 'It costs .5 million.'],
  ['No one makes money at that price.', 'No one makes money at that price.'],
  ['And no trader lost a cent.', 'No trader lost a cent.'],
  ['No, the price fell.', 'The price fell.'],
  ['Exactly half of the farms failed.', 'Exactly half of the farms failed.'],
  ['Right now the price is four dollars.', 'Right now the price is four dollars.'],
  ['Like most growers, we lost money.', 'Like most growers, we lost money.'],
  ['Look at the winter of 2017.', 'Look at the winter of 2017.'],
  ['Now that prices are high, they plant.', 'Now that prices are high, they plant.'],
  ['I would say no to that price.', 'I would say no to that price.'],
  ['I guess the price will fall.', 'I guess the price will fall.'],
  ["It's like 40% cheaper.", "It's 40% cheaper."],
  ['There is like a shortage of steel.', 'There is a shortage of steel.'],
  ['They sold like 40 gears or something.', 'They sold about 40 gears.'],
  ['The price like for like is down.', 'The price like for like is down.'],
  ['If it lasts you know that means a lot.', 'If it lasts you know that means a lot.'],
  ['If steel is dear you know it gets harder.', 'If steel is dear it gets harder.'],
  ['It is like a tax on salt.', 'It is like a tax on salt.'],
  ['The price and, by the way, the tax fell.', 'The price and the tax fell.'],
  ['Any maker like makes steel dear.', 'Any maker makes steel dear.'],
  ["It was like we are we're late.", "It was like we're late."],
  ['It is the cost of of those of those gears.', 'It is the cost of those gears.'],
  ['So far, the price is low.', 'So far, the price is low.'],
  ['Totally, the price fell.', 'The price fell.'],
  ['Prices did not fall — they rose to four dollars.', 'Prices did not fall — they rose to four dollars.'],
  ['If you know the price, you can sell.', 'If you know the price, you can sell.'],
  ['It cost 20 20 years ago.', 'It cost 20 20 years ago.'],
  ['One one dollar note.', 'One one dollar note.'],
  ['It is, no, it was not cheap.', 'It is, no, it was not cheap.'],
  ['um', ''],
  ["We're gonna sell it cuz they wanna buy it.", "We're going to sell it because they want to buy it."],
  ["We we've seen it.", "We've seen it."],
  ['So what I, what we do is repair it.', 'What we do is repair it.'],
  ['It was — it is the chain.', 'It is the chain.'],
  ['It is, it is the chain.', 'It is the chain.'],
  ['The, the thing is that it rusts.', 'The thing is that it rusts.'],
  ['An in- intuitive price.', 'An intuitive price.'],
  ['For us, for them, it is dear.', 'For us, for them, it is dear.'],
  ['More oil, more dirt.', 'More oil, more dirt.'],
  ['I know that that is dear.', 'I know that that is dear.'],
  ["It isn't, it is not dear.", "It isn't, it is not dear."],
  ['They kind of replaced the chain.', 'They replaced the chain.'],
  ['It is a kind of chain.', 'It is a kind of chain.'],
  ['It is sort of a monopoly.', 'It is sort of a monopoly.'],
  ['Some kind of the oil is gone.', 'Some kind of the oil is gone.'],
  ['It runs in like a bath of oil.', 'It runs in a bath of oil.'],
  ['I like the belt.', 'I like the belt.'],
  ["It's you know a cheap chain.", "It's a cheap chain."],
  ['How do you know the price?', 'How do you know the price?'],
  ['Like we sell more of them in May.', 'We sell more of them in May.'],
  ['I mean the price is low.', 'The price is low.'],
  ['I mean what I say.', 'I mean what I say.'],
  ['The price, as I said, fell.', 'The price fell.'],
  ['They asked, "what is it, and left.', 'They asked, what is it, and left.'],
  ['They are broke, or whatever.', 'They are broke.'],
  ['It never, never rusts.', 'It never, never rusts.'],
] as const) {
  test(`"${spoken}" is printed as "${printed}"`, () => assert.equal(cleanSpeech(spoken), printed));
}

test('what is printed holds no word that was not spoken', () => {
  const spoken = 'And, uh, I think that the the gears, you know, they sort of really— they last for 20 years, right?';
  const words = new Set(spoken.toLowerCase().match(/\p{L}+|\d+/gu));
  for (const word of cleanSpeech(spoken)
    .toLowerCase()
    .match(/\p{L}+|\d+/gu) ?? [])
    assert.ok(words.has(word), word);
});
