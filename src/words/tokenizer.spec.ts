import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { samples } from '../../test/many-scripts.js';
import { tokensOf } from './tokenizer.js';

const folded = (text: string) => tokensOf(text).map((token) => token.folded);
const parts = (text: string) => tokensOf(text).map(({ from, to }) => text.slice(from, to));

describe('the tokens of a text', () => {
  it('are its words without case and accents', () => {
    expect(folded('Hà Nội — TRUMP’s Straße')).toEqual(['ha', 'noi', 'trump', 's', 'strasse']);
    expect(folded('ﬁnal ǅ Ⅷ')).toEqual(['final', 'dz', 'viii']);
  });

  it('part letters from digits, and signs that stand for either from both', () => {
    expect(folded('COVID19 2nd')).toEqual(['covid', '19', '2', 'nd']);
    expect(folded('№1718')).toEqual(['no', '1718']);
    expect(folded('50℃ 3½ 10² H₂O')).toEqual(['50', 'c', '3', '1', '2', '10', '2', 'h', '2', 'o']);
  });

  it('are single characters where a script has no spaces', () => {
    expect(folded('東京2020年')).toEqual(['東', '京', '2020', '年']);
    expect(folded('북한이')).toEqual(['북', '한', '이']);
    expect(folded('น้ำใจ')).toHaveLength(4);
  });

  it('keep marks that make another word', () => {
    expect(folded('काम')).toEqual(['काम']);
    expect(folded('が')).not.toEqual(folded('か'));
    expect(folded('мой')).not.toEqual(folded('мои'));
  });

  it('are whatever can be seen where there are no words', () => {
    expect(folded('?! …')).toEqual(['?', '!', '.', '.', '.']);
    expect(folded(' \u200b\u00ad')).toEqual([]);
  });

  it('stand where they come from', () => {
    expect(parts('(Ho\u0302\u0300, 50℃)')).toEqual(['Ho\u0302\u0300', '50', '℃']);
    expect(parts('so\u00adft 😀 𠮷野')).toEqual(['so\u00adft', '😀', '𠮷', '野']);
    expect(parts('북한'.normalize('NFD'))).toEqual(['북'.normalize('NFD'), '한'.normalize('NFD')]);
  });

  it('are the same for canonically equivalent texts', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...samples.map((sample) => sample.text)),
    );
    fc.assert(
      fc.property(text, (any) => {
        expect(folded(any.normalize('NFD'))).toEqual(folded(any));
        expect(folded(any.normalize('NFC'))).toEqual(folded(any));
      }),
      { numRuns: 2000 },
    );
  });

  it('are those of the parts of a text that white space parts', () => {
    const text = fc.string({ unit: 'binary' }).filter((any) => /[\p{L}\p{N}]/u.test(any));
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(folded(`${a} ${b}`)).toEqual([...folded(a), ...folded(b)]);
      }),
    );
  });

  it('stay in order, within the text and never empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let [from, to] = [0, 0];
        for (const token of tokensOf(text)) {
          expect(token.folded).not.toMatch(/^$|\p{White_Space}/u);
          expect(token.from >= from && token.to >= to && token.from < token.to).toBe(true);
          ({ from, to } = token);
        }
        expect(to).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('fold to themselves, for every character', () => {
    const unstable: string[] = [];
    for (let at = 0; at < 0x20000; at += 1) {
      const character = String.fromCodePoint(at);
      for (const fold of folded(character)) if (folded(fold).join(' ') !== fold) unstable.push(character);
    }
    expect(unstable).toEqual([]);
  });
});
