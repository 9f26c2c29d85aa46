import assert from 'node:assert/strict';
import { test } from 'node:test';
import { repairDoubleEncoding } from '../../scripts/adapters/repair-double-encoding.ts';

const twice = (text: string) => new TextDecoder('windows-1252').decode(Buffer.from(text));

for (const text of [
  'It’s here',
  '“Café” – a dash',
  'Größe',
  'naïve',
  '内卷',
  '30 €',
  'Паром’',
  'ends with ”',
  '😀 hello',
])
  test(`"${text}" that was encoded twice is repaired`, () => assert.equal(repairDoubleEncoding(twice(text)), text));

for (const text of [
  'It’s here',
  'Café “Größe”',
  'CAFÉ’S MENU',
  'IRMÃ’S',
  'SÃO PAULO',
  'Â la carte',
  '内卷',
  'plain',
  `${twice('é')} and then é`,
  `${twice('é')} 内卷`,
])
  test(`"${text}" stays as it is`, () => assert.equal(repairDoubleEncoding(text), text));
