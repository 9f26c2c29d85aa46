import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeText } from '../../scripts/adapters/decode-text.ts';
import { encodeText } from '../support/encode-text.ts';

const TEXTS: [language: string, text: string, encodings: string[]][] = [
  ['French', 'À l’été, le château a été rénové : « ça coûte près de 30 € », dit-elle.', ['windows-1252']],
  ['German', 'Über die Größe der Fähre gibt es schöne Gerüchte, sagt Herr Müller aus Köln.', ['iso-8859-1', 'windows-1252']],
  ['Spanish', 'El niño comió piñas mañana; ¿quién diría que la acción llegó así?', ['iso-8859-1']],
  ['English', 'It’s the ferry – “half empty”, and nobody knows why.', ['windows-1252']],
  ['Russian', 'Паром ходит каждый день, но пассажиров всё меньше; почему – никто не знает.', ['windows-1251']],
  ['simplified Chinese', '渡轮每天都开，但是乘客越来越少。没有人知道为什么会这样，我们去问问船长。', ['gbk', 'gb18030']],
  ['traditional Chinese', '渡輪每天都開，但是乘客越來越少。沒有人知道為什麼會這樣，我們去問問船長。', ['big5']],
  ['Japanese', 'フェリーは毎日出ていますが、乗客は減るばかりです。なぜなのか、船長に聞いてみました。', ['shift_jis', 'iso-2022-jp', 'euc-jp']],
  ['Korean', '연락선은 매일 떠나지만 승객은 갈수록 줄어든다. 왜 그런지 선장에게 물어보았다.', ['euc-kr']],
]; // prettier-ignore
const CLAIMS = ['', 'utf-8', 'iso-8859-1', 'windows-1252', 'windows-1251', 'gbk', 'gb18030', 'big5', 'shift_jis', 'iso-2022-jp', 'euc-jp', 'euc-kr', 'utf-16']; // prettier-ignore
/** What servers and programs say without having looked. */
const BLANKET = new Set(['', 'utf-8', 'iso-8859-1', 'windows-1252']);

const documentOf = (text: string, declared: string) =>
  `<?xml version="1.0"${declared && ` encoding="${declared}"`}?>\n<rss version="2.0"><channel><title>${text}</title></channel></rss>`;

for (const [language, text, encodings] of TEXTS) {
  for (const encoding of [...encodings, 'utf-8', 'utf-16le', 'utf-16be']) {
    test(`${language} in ${encoding}, whatever host and document say, is decoded right or refused`, (t) => {
      let refused = 0;
      for (const header of CLAIMS) {
        for (const declared of CLAIMS) {
          const expected = documentOf(text, declared);
          const says = `${header || 'nothing'} by the host, ${declared || 'nothing'} by the document`;
          const bytes = encodeText(expected, encoding);
          const read = attempt(() => decodeText(bytes, header && `text/xml; charset=${header}`));
          if (read === undefined) refused++;
          else assert.equal(read, expected, says);
          if (mustBeRead(encoding, header, declared)) assert.equal(read, expected, says);
        }
      }
      t.diagnostic(`${CLAIMS.length ** 2 - refused} decoded right, ${refused} refused, none wrong`);
    });
  }
}

function attempt(decode: () => string): string | undefined {
  try {
    return decode();
  } catch (error) {
    assert.match(String(error), /tell its host/);
    return undefined;
  }
}

/** UTF proves itself; another needs one who says it, and nobody who says that it is yet another. */
function mustBeRead(encoding: string, header: string, declared: string): boolean {
  if (encoding.startsWith('utf-')) return true;
  const said = [header, declared].filter((claim) => !BLANKET.has(claim));
  return BLANKET.has(encoding) ? said.length === 0 : said.length > 0 && said.every((claim) => claim === encoding);
}
