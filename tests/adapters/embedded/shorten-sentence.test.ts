import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileTerms } from '#domain/match-terms.ts';
import { findTitle } from '../../../scripts/adapters/embedded/find-title.ts';
import { readStatement } from '../../../scripts/adapters/embedded/read-statement.ts';
import { shortenSentence } from '../../../scripts/adapters/embedded/shorten-sentence.ts';
import { stripOpenings } from '../../../scripts/adapters/embedded/strip-openings.ts';
import { tagText } from '../../../scripts/adapters/embedded/tag-text.ts';
import { aTheme } from '../../support/builders.ts';

const match = compileTerms([aTheme({ terms: ['hub gear', 'chain'] })]);
const titleOf = (sentence: string) => {
  const statement = readStatement(sentence, 0, (text) => text);
  return statement && findTitle(statement, match)?.text;
};

for (const [said, left] of [
  ['I think that chains rust.', 'chains rust.'],
  ['The point is that I would argue chains rust.', 'chains rust.'],
  ["What's really interesting is that chains rust.", 'chains rust.'],
  ['It turns out that chains rust.', 'chains rust.'],
  ['First of all, of course, chains rust.', 'chains rust.'],
  ["That's why chains rust.", 'chains rust.'],
  ['If you look at the north, chains rust.', 'chains rust.'],
  ["I don't think that chains rust.", "I don't think that chains rust."],
  ['I guess chains rust.', 'I guess chains rust.'],
  ['Maybe chains rust.', 'Maybe chains rust.'],
  ['The idea is that chains rust.', 'The idea is that chains rust.'],
  ["For those of you who don't ride, chains rust.", 'chains rust.'],
  ['Last year there was a case where chains rust.', 'chains rust.'],
  ['That means chains rust.', 'chains rust.'],
  ['Critics say that chains rust.', 'Critics say that chains rust.'],
  ['If it rains, chains rust.', 'If it rains, chains rust.'],
  ['If you look, for example, at the north, chains rust.', 'chains rust.'],
  ['When you peel it all back, chains rust.', 'chains rust.'],
  ['Then secondly, chains rust.', 'chains rust.'],
  ['Just to give you an idea, chains rust.', 'chains rust.'],
  ['We need to be realistic and understand that chains rust.', 'chains rust.'],
  ["What you'll find is that chains rust.", 'chains rust.'],
  ['We need to understand how chains rust.', 'We need to understand how chains rust.'],
  ['When you ride in winter, chains rust.', 'When you ride in winter, chains rust.'],
  ['In the north, chains rust.', 'In the north, chains rust.'],
] as const) {
  test(`before a title, "${said}" becomes "${left}"`, () => assert.equal(stripOpenings(said), left));
}

for (const [said, title] of [
  [
    'A hub gear, which is sold in every town of the north by people who know nothing of it, lasts for twenty winters.',
    'A hub gear lasts for twenty winters',
  ],
  [
    'Winterton, the largest maker of bicycle parts on the whole of the western coast, sells every hub gear at a loss.',
    'Winterton sells every hub gear at a loss',
  ],
  [
    'The law of chains had long been seen as a dusty backwater of the trade, far removed from the riders of the north.',
    'The law of chains had long been seen as a dusty backwater of the trade',
  ],
  [
    'About 47 percent of all of the chains of Winterton go to the couriers of the western coast.',
    'About 47% of all of the chains of Winterton go to the couriers of the western coast',
  ],
  [
    'Last week, Winterton, the largest maker of bicycle parts on the coast, stopped the sale of all of its hub gears.',
    'Last week, Winterton stopped the sale of all of its hub gears',
  ],
  [
    'The old gears of Winterton are slow in any weather at all, but they cost ten times less than all of the new ones.',
    'The old gears of Winterton cost ten times less than all of the new ones',
  ],
  ["You're there's a chain on every bike of the north.", undefined],
  ['The price per chain like for is falling in the north.', undefined],
  ['Every chain is produces a sound in winter.', undefined],
  ['They told us where the couriers were planning to spend.', undefined],
  ['Makers of chains have to adapt quickly to address that.', undefined],
  ['Although chains are cheap but once they are worn', undefined],
  ["It's crazy to think that even with chains of steel.", undefined],
  ['There are two major reasons for chains in winter.', undefined],
  ['There are lots of theories about chains in winter.', undefined],
  ['The chains they have are sold in the north of the country.', undefined],
  ['Couriers would do that and the hub gears of the north.', undefined],
  ['Makers pass the price the cost of steel to the couriers.', undefined],
  ['The hub gear, it is the best of all.', 'The hub gear is the best of all'],
  [
    'Couriers who buy a hub gear, couriers who know the bike, who were taught with care, believe that oil matters more than age.',
    'Couriers who buy a hub gear believe that oil matters more than age',
  ],
  [
    'Winterton banned the hub gear from its own racing bikes and told the shops of the west to send all of theirs back.',
    'Winterton banned the hub gear from its own racing bikes',
  ],
  [
    'Couriers want to be able to ride on the snow of a dark winter, and so forth.',
    'Couriers want to ride on the snow of a dark winter',
  ],
  [
    'Couriers will buy the hub gear, because a day in the workshop costs them more than all the chains of a whole year.',
    'Couriers will buy the hub gear',
  ],
  [
    'Although the price of steel has doubled since the war began, the makers of chains have not raised a single price.',
    'The makers of chains have not raised a single price',
  ],
  [
    'The chain looked cheap for a hundred years, but the hub gear costs couriers half as much in any winter with salt.',
    'The hub gear costs couriers half as much in any winter with salt',
  ],
  [
    'Winterton raised its prices twice in the spring and again in the autumn, and it sells half as many parts as before in town.',
    'Winterton sells half as many parts as before in town',
  ],
] as const) {
  test(`"${said}" gives the title "${title}"`, () => {
    assert.ok(shortenSentence(said, 90).some(({ text }) => text === title) || titleOf(said) === title, titleOf(said));
  });
}

test('a pronoun is not replaced where something else could be meant', () => {
  const forms = shortenSentence(
    'Winterton bought the factory in the spring, and it sells half as many parts as before.',
    90,
  );
  assert.ok(!forms.some(({ text }) => /Winterton sells/.test(text)));
});

/** Whatever is left out, these words stay where they are in the sentence. */
for (const [said, needed] of [
  [
    'Couriers do not buy a hub gear because it is cheap, they buy it since it needs no care at all in the dark of winter.',
    /not.*because|needs no care/,
  ],
  [
    'All of the makers of the north sell their hub gears to couriers at a loss, with the exception of those in Winterton.',
    /exception/,
  ],
  [
    'A hub gear will last for thirty winters or even more if the rider fills its bath with new oil in every spring.',
    /\bif\b/,
  ],
  [
    'Couriers will probably buy a hub gear, which is sold at a loss in most of the towns along the long western coast.',
    /probably/,
  ],
  [
    'Nobody in the north sells a chain to a courier with a hub gear, which everybody in the trade knows very well.',
    /Nobody.*hub gear/,
  ],
  [
    'A chain costs less than a hub gear in the towns of the north, where the salt eats them both within a few years.',
    /less than a hub gear/,
  ],
  ['In the long and dark winter of a northern city, a hub gear lasts ten times as long as a chain of steel.', /winter/],
  [
    'With enough salt on every road of the north from May to October, a hub gear lasts ten times as long as a chain of steel.',
    /salt/,
  ],
  [
    'If the price of steel goes on falling, Winterton may sell a hub gear for less than a hundred euros in every town of the north.',
    /^If\b/,
  ],
  [
    'The city placed a tax on the second bike sold to couriers and shops in the towns along the long western coast of the island.',
    /sold to couriers/,
  ],
  [
    'The city forbids bikes like those with a hub gear of the old make that leaks its oil in the middle of the street all winter.',
    /like/,
  ],
  [
    'Winterton was able to sell a hub gear in every town of the north for twenty winters without a single repair of the chain.',
    /was able/,
  ],
  [
    'Cheap and unsafe hub gears have been forbidden in the whole of the north, which everybody in the trade knows very well.',
    /Cheap and unsafe/,
  ],
  [
    'A hub gear costs a courier in the north of the island about three hundred euros a year or something like that.',
    /something/,
  ],
  [
    'Nearly half of the couriers in the city have bought a hub gear, including those who ride no more than a mile a day.',
    /^Nearly half/,
  ],
] as const) {
  test(`a title from "${said.slice(0, 50)}…" keeps what changes its sense`, () => {
    const title = titleOf(said);
    assert.ok(title === undefined || needed.test(title), title);
  });
}

for (const no of [
  'Is a hub gear worth the money?',
  'Because of the chain and the hub gear.',
  'They make a chain there every day.',
  'The amount of oil the hub gear needs.',
  'I bought a hub gear and a chain in May.',
  'Put the hub gear on top of the chain.',
  'Ann, you are right about the hub gear and the chain.',
  "Winter doesn't only ruin the chain of a bike.",
  'The chain is the, no, the hub gear is dear.',
]) {
  test(`"${no}" is no title`, () => assert.equal(titleOf(no), undefined));
}

test('a title is at most 90 characters long and has no ellipsis', () => {
  const title = titleOf(
    'A hub gear needs no care at all in the winter because everything runs in an oil bath that the factory fills, and nobody ever opens it again.',
  );
  assert.ok(title && title.length <= 90 && !title.includes('…'), title);
});

test('a token knows its place, also in contractions', () => {
  const text = "They don't sell Winterton’s chain.";
  for (const { text: word, start, end } of tagText(text)) assert.equal(text.slice(start, end).replace('’', "'"), word);
});
