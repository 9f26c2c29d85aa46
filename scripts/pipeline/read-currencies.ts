/** How amounts of money are named in speech and writing, by ISO 4217 code. Kuai, bucks and quid are what people say. */
const CURRENCIES = new Map([
  ['dollar', /(?<![\p{L}])(?:US|A|C|S|HK|NT)?\$|\b(?:dollars?|bucks?|USD)\b|美元|美金|刀(?=[，。、\s]|$)/iu],
  ['euro', /€|\b(?:euros?|EUR)\b|欧元|歐元/iu],
  ['pound', /£|\b(?:pounds? sterling|quid|GBP)\b|英镑|英鎊/iu],
  [
    'yuan',
    /(?<!JP)¥|\b(?:yuan|renminbi|RMB|CNY|kuai)\b|人民币|人民幣|(?<=[\d零〇一二两三四五六七八九十百千万萬亿億])\s*元|块钱|塊錢/iu,
  ],
  ['yen', /(?<!CN)¥|\b(?:yen|JPY)\b|日元|日圆|円/iu],
  ['won', /₩|\bKRW\b|韩元|韓元/iu],
  ['rupee', /₹|\b(?:rupees?|INR)\b|卢比|盧比/iu],
]);

const currenciesIn = (text: string) =>
  Array.from(CURRENCIES).flatMap(([name, said]) => (said.test(text) ? [name] : []));

/** Currencies of `statement` that `evidence` does not name, where it names others: yuan are no dollars. Evidence without any proves every one. */
export function unprovenCurrencies(statement: string, evidence: string): string[] {
  const given = currenciesIn(evidence);
  return given.length === 0 ? [] : currenciesIn(statement).filter((currency) => !given.includes(currency));
}
