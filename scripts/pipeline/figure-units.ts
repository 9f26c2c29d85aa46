/**
 * The units that figures are normalised to, a closed list: ISO 4217 for money, UCUM and SI for what is measured, the
 * customs of the field for the rest. A row is a pattern of what is said, the unit, and how many of it that is.
 */
export interface UnitRow {
  said: string;
  unit: string;
  factor: number;
  /** Fewer are talk ("two people"), not a figure. */
  least: number;
  /** A symbol, which may stand right behind the digits: "5nm". */
  isSymbol?: boolean;
}

const row = (said: string, unit: string, { factor = 1, least = 2 } = {}): UnitRow => ({ said, unit, factor, least });
const symbol = (said: string, unit: string, factor = 1): UnitRow => ({ said, unit, factor, least: 0, isSymbol: true });

export const SIGNS = new Map([
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'CNY'],
]);
export const CURRENCIES = [
  row('(?:us |u\\.s\\. |american )?dollars?|bucks?|usd', 'USD'),
  row('cents?|¢', 'USD', { factor: 0.01 }),
  row('euros?|eur', 'EUR'),
  row('pounds sterling|quid|gbp', 'GBP'),
  row('(?:chinese )?yuan|renminbi|rmb|cny', 'CNY'),
  row('(?:japanese )?yen|jpy', 'JPY'),
];

const SI = [
  ['k', 'kilo', 1e3],
  ['M', 'mega', 1e6],
  ['G', 'giga', 1e9],
  ['T', 'tera', 1e12],
  ['P', 'peta', 1e15],
  ['E', 'exa', 1e18],
] as const;
/** Symbols count their capitals, but for the "KW" of transcripts. */
const multiplesOf = (unit: string, name: string) =>
  SI.flatMap(([sign, prefix, factor]) => [
    symbol(`(?-i:${sign === 'k' ? '[kK]' : sign}${unit})`, unit, factor),
    row(`${prefix}[- ]?${name}`, unit, { factor, least: 0 }),
  ]);

/** What is counted or measured, longest first where one begins another. */
export const COUNTED: UnitRow[] = [
  row('param(?:eter)?s?', 'parameters', { least: 1e3 }),
  row('tokens', 'tokens', { least: 10 }),
  row('gpus|graphics cards', 'GPUs'),
  row('chips|accelerators', 'chips'),
  row('users|subscribers', 'users', { least: 10 }),
  row('customers', 'customers', { least: 10 }),
  row('people|employees|workers|engineers|researchers|developers', 'people', { least: 10 }),
  row('companies|start-?ups|firms', 'companies', { least: 10 }),
  row('cars|vehicles|evs|trucks', 'vehicles', { least: 10 }),
  ...multiplesOf('Wh', 'watt[- ]?hours?'),
  ...multiplesOf('W', 'watts?'),
  row('watts', 'W'),
  ...multiplesOf('B', 'bytes?'),
  row('bytes', 'B'),
  symbol('nm', 'nm'),
  row('nanomet(?:er|re)s?', 'nm', { least: 0 }),
  symbol('mm', 'mm'),
  row('millimet(?:er|re)s?', 'mm', { least: 0 }),
  symbol('cm', 'cm'),
  row('centimet(?:er|re)s?', 'cm', { least: 0 }),
  symbol('km', 'km'),
  row('kilomet(?:er|re)s?', 'km', { least: 0 }),
  row('met(?:er|re)s', 'm', { least: 0 }),
  row('miles', 'mi', { least: 0 }),
  symbol('kg', 'kg'),
  row('kilograms?|kilos', 'kg', { least: 0 }),
  row('(?:metric )?tonnes|metric tons', 't', { least: 0 }),
  row('hectares', 'ha', { least: 0 }),
  symbol('°C', '°C'),
  row('degrees (?:celsius|centigrade)', '°C', { least: 0 }),
  row('years', 'years'),
  row('months', 'months'),
  row('weeks', 'weeks'),
  row('days', 'days'),
  row('hours', 'hours'),
  row('minutes', 'minutes'),
  row('milliseconds', 'ms'),
  row('seconds', 's'),
];
export const DURATIONS = new Set(['years', 'months', 'weeks', 'days', 'hours', 'minutes']);

/** What may stand between a number and what it counts; so may a word with a capital letter. */
export const MODIFIERS =
  'active|activated|total|trainable|training|input|output|cached|context|paying|paid|registered|enterprise|daily|' +
  'weekly|monthly|annual|new|more|additional|extra|different|individual|full-time|part-time|electric|passenger|' +
  'autonomous|used|software|human|private|public|small|large|local|foreign|young';

/** The units of a rate; the factor is that of the amount: a dollar per megawatt-hour is 0.001 per kWh. */
export const PER = [
  ...['second', 'minute', 'hour', 'day', 'week', 'month', 'quarter', 'year'].map((time) => row(time, time)),
  row(
    '(?:gpu|chip|accelerator|(?-i:[A-Z]{1,2}\\d{2,3}))[- ]hour|hour per (?:gpu|chip)|(?:gpu|chip) per hour',
    'GPU-hour',
  ),
  row('kilowatt[- ]?hour|kwh', 'kWh'),
  row('megawatt[- ]?hour|mwh', 'kWh', { factor: 1e-3 }),
  row('kilowatt|kw', 'W', { factor: 1e-3 }),
  row('megawatt|mw', 'W', { factor: 1e-6 }),
  row('gigawatt|gw', 'W', { factor: 1e-9 }),
  row('watt', 'W'),
  row('gigabyte|gb', 'GB'),
  row('seat', 'seat'),
  row('user|customer|subscriber', 'user'),
  row('person|head|capita|employee|worker|developer|engineer', 'person'),
  row('share', 'share'),
  row('barrel', 'barrel'),
  row('tonne|metric ton', 't'),
  row('kilogram|kilo|kg', 'kg'),
  row('gallon', 'gallon'),
  row('mile', 'mi'),
  row('kilomet(?:er|re)|km', 'km'),
  row('met(?:er|re)', 'm'),
];
