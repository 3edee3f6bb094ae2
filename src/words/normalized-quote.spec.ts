import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { samples } from '../../test/many-scripts.js';
import { normalizedQuote } from './normalized-quote.js';

const same = (a: string, b: string) => normalizedQuote(a) === normalizedQuote(b);

describe('normalizedQuote', () => {
  it.each([
    ['“Sometimes, you have to WALK.”', 'sometimes you have to walk'],
    ['ﬁnal straße', 'final STRASSE'],
    ['H\u00e0', 'Ha\u0300'],
    [' real\u00a0\n progress ', 'real progress'],
    ['κος.Παπ', 'ΚΟΣΠΑΠ'],
    ['H₂O', 'H2O'],
    ['sof\u00adt\u200b \ufeffpower', 'soft power'],
    ['(5)', '5'],
    ['−5', '-5'],
    ['well... 5 people', 'well 5 people'],
    ['...5 people', '5 people'],
    ['from 2019–2020.', 'from 2019-2020'],
    ['COVID-19', 'COVID19'],
  ])('%s equals %s', (a, b) => expect(same(a, b)).toBe(true));

  it.each([
    ['Hà Nội', 'Ha Noi'],
    ['no rush', 'no rushing'],
    ['3.5', '35'],
    ['3.5', '3 5'],
    ['-5', '5'],
    ['.5', '5'],
    ['-.5', '-5'],
    ['1,000', '1000'],
    ['5...3', '53'],
    ['5%', '5'],
    ['10²', '102'],
    ['31½', '3 11⁄2'],
    ['काम', 'कम'],
    ['が', 'か'],
    ['…', '!'],
    ['…', '...'],
    ['?!', '!?'],
    ['👍', '👎'],
  ])('%s differs from %s', (a, b) => expect(same(a, b)).toBe(false));

  it('lets a quote without a letter or digit equal itself, however invisible characters stand in it', () => {
    expect(same('?!', ' ?\u200b!')).toBe(true);
  });

  it('changes nothing when taken twice, and is the same for canonically equivalent quotes', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'a5½²-.,…%( \u0301\u0323') }),
      fc.constantFrom(...samples.map((sample) => sample.text)),
    );
    fc.assert(
      fc.property(text, (quote) => {
        const once = normalizedQuote(quote);
        expect(normalizedQuote(once)).toBe(once);
        expect(normalizedQuote(quote.normalize('NFD'))).toBe(once);
        expect(normalizedQuote(quote.normalize('NFC'))).toBe(once);
      }),
      { numRuns: 5000 },
    );
  });
});
