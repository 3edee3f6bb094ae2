import { afterAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { samples } from '../../test/many-scripts.js';
import { hitsIn } from './hits.js';
import { tokensOf } from './tokenizer.js';
import { indexedWords, matchExpression } from './word-index.js';
import { parseWordsQuery } from './words-query.js';

const db = new Database(':memory:');
db.exec(
  `CREATE VIRTUAL TABLE words USING fts5 (
     text, content = '', detail = full, columnsize = 0, tokenize = 'ascii'
   )`,
);
const insert = db.prepare('INSERT INTO words (rowid, text) VALUES (?, ?)');
const match = db
  .prepare<[string], number>('SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid')
  .pluck();
db.exec(`CREATE VIRTUAL TABLE vocabulary USING fts5vocab (words, 'row')`);
const vocabulary = db.prepare<[], string>('SELECT term FROM vocabulary').pluck();
const clear = () => db.exec(`INSERT INTO words (words) VALUES ('delete-all')`);

function index(rows: readonly (readonly string[])[]) {
  clear();
  rows.forEach((texts, row) => insert.run(row, indexedWords(texts)));
}

function expectAgreement(rows: readonly (readonly string[])[], text: string) {
  const query = parseWordsQuery(text);
  const expression = matchExpression(query);
  const hit = rows.flatMap((texts, row) => (hitsIn(texts, query) ? [row] : []));
  const matched = expression === undefined ? rows.map((_texts, row) => row) : match.all(expression);
  expect({ text, rows: matched }).toEqual({ text, rows: hit });
}

afterAll(() => {
  db.close();
});

describe('the index', () => {
  it('finds what hits are found in, for the words of many scripts', () => {
    const rows = samples.map(({ text }) => [text]);
    index(rows);
    for (const { text, foundBy = [], notBy = [] } of samples)
      for (const query of [text, `"${text}"`, ...text.split(' '), ...foundBy, ...notBy])
        expectAgreement(rows, query);
  });

  it('finds what hits are found in, for any texts and queries', () => {
    const unit = fc.oneof(
      fc.constantFrom(...'aab bß"*-.5?+東京北가각ㅋかがกกํा\u0301\u00ad\u200d½№😀\ud800 '),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    );
    const text = fc.array(unit, { maxLength: 12 }).map((units) => units.join(''));
    const rows = fc.array(fc.array(text, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        rows,
        fc.array(text, { maxLength: 4 }),
        fc.array(fc.nat(11), { maxLength: 3 }),
        (texts, asked, cuts) => {
          index(texts);
          const own = texts.flat();
          const parts = cuts.flatMap((cut) => own.map((one) => one.slice(cut, cut + 3)));
          for (const query of [...asked, ...own, ...parts, ...parts.map((part) => `"${part}*"`)])
            expectAgreement(texts, query);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('holds the tokens of every character of Unicode, neither parted nor folded', () => {
    const planes = [0, 1, 2, 3, 0xe, 0x10].map((plane) =>
      Array.from({ length: 0x10000 }, (_, at) => String.fromCodePoint(plane * 0x10000 + at)).join(' '),
    );
    index([planes]);
    const expected = new Set(
      indexedWords(planes)
        .split(' ')
        .filter((word) => word !== ''),
    );
    expect(new Set(vocabulary.all())).toEqual(expected);
    const folded = new Set(planes.flatMap((plane) => tokensOf(plane).map((token) => token.folded)));
    expect(expected.size).toBe(folded.size + 1);
  });

  it('does not let a phrase run from one text into the next', () => {
    index([['the right', 'deal']]);
    expectAgreement([['the right', 'deal']], '"right deal"');
    expect(match.all(matchExpression(parseWordsQuery('"right deal"')) ?? '')).toEqual([]);
  });
});
