import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { linesOf } from './lines.js';

function lines(...chunks: Uint8Array[]): Promise<unknown[]> {
  return Readable.from(linesOf(Readable.from(chunks))).toArray();
}

describe('linesOf', () => {
  it('joins what was cut, also in the middle of a letter', async () => {
    const bytes = new TextEncoder().encode('Hà Nội\r\n\nlast');
    const cut = [...bytes].map((byte) => Uint8Array.of(byte));
    expect(await lines(...cut)).toEqual(['Hà Nội', '', 'last']);
    expect(await lines(bytes)).toEqual(['Hà Nội', '', 'last']);
  });

  it('has none where there is nothing', async () => {
    expect(await lines()).toEqual([]);
  });
});
