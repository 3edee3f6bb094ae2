import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseJson } from './json.js';
import { RequestProblem } from './problem.js';

const read = (text: string) => parseJson(Buffer.from(text));

function refusal(text: string): string {
  try {
    read(text);
  } catch (error) {
    if (error instanceof RequestProblem) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'taken';
}

describe('a JSON text', () => {
  it('says what it says', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (text) => {
        expect(read(text)).toEqual(JSON.parse(text));
      }),
    );
    expect(
      read('{"a":{"x":1},"b":{"x":1},"c":[{"x":1},{"x":1}],"d":"{\\"x\\":1,\\"x\\":2}"}'),
    ).toHaveProperty('b');
  });

  it.each([
    ['{"data":{"a":1},"data":{"a":2}}', '"data"'],
    ['{"data":{"items":[{"x":1},{"x":1,"y":2,"x":3}]}}', '"data.items.1.x"'],
    ['{"a":[[1,2],{"b":1,"\\u0062":2}]}', '"a.1.b"'],
  ])('is refused for a key that is repeated, by its place: %s', (text, place) => {
    expect(refusal(text)).toMatch(/^malformed_json: .*more than once/);
    expect(refusal(text)).toContain(place);
  });

  it('is refused wherever one of its keys is repeated', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.json(), { minKeys: 1 }),
        fc.nat(),
        fc.json(),
        (held, at, more) => {
          const fields = Object.entries(held).map(([name, json]) => `${JSON.stringify(name)}:${json}`);
          const again = JSON.stringify(Object.keys(held)[at % fields.length]);
          expect(refusal(`[{${[...fields, `${again} : ${more}`].join()}}]`)).toContain('more than once');
        },
      ),
    );
  });

  it.each([
    '9007199254740993',
    '-9007199254740993',
    '1e400',
    '0.12345678901234567890',
    '123456789012345678e3',
    '1e-400',
  ])('is refused for a number that would come out as another: %s', (number) =>
    expect(refusal(`{"data":{"revision":${number}}}`)).toMatch(/malformed_json: .*"data.revision"/),
  );

  it.each([
    '0',
    '-0',
    '1.0',
    '1e3',
    '9007199254740991',
    '0.1',
    '1.50',
    '-1.5E+2',
    '9007199254740992',
    '0.000',
    '1e21',
    '5e-324',
  ])('takes a number that comes out as it went in: %s', (number) =>
    expect(refusal(`[${number}]`)).toBe('taken'),
  );

  it('takes every number that this language writes', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(refusal(JSON.stringify([value]))).toBe('taken');
      }),
    );
  });

  it.each(['["\\ud83d"]', '{"\\ude00":1}', '["a\\udc00b"]'])(
    'is refused for half a surrogate pair: %s',
    (text) => expect(refusal(text)).toContain('surrogate'),
  );

  it('takes whole pairs, escaped or not', () =>
    expect(read('["\\ud83d\\ude00","😀"]')).toEqual(['😀', '😀']));

  it('is refused when it is no UTF-8', () => {
    for (const bytes of [
      [0x22, 0xf4, 0x22],
      [0x22, 0xed, 0xa0, 0xbd, 0x22],
      [0x22, 0xc0, 0x80, 0x22],
    ])
      expect(() => parseJson(Uint8Array.from(bytes))).toThrow('UTF-8');
  });

  it('takes time in proportion to its length', () => {
    const stepsFor = (count: number) => {
      const text = `{${Array.from({ length: count }, (_, i) => `"k${i}":[{}]`).join()}}`;
      const before = process.cpuUsage().user;
      for (let i = 0; i < 5; i++) read(text);
      return process.cpuUsage().user - before;
    };
    stepsFor(2_000);
    expect(stepsFor(40_000) / Math.max(stepsFor(4_000), 1)).toBeLessThan(60);
  });
});
