import { describe, expect, it } from '@jest/globals';
import { createColors } from 'picocolors';
import { Tally } from '../tally.js';
import { importSummary } from './import-summary.js';

const page = { width: 100, ink: createColors(false) };
const line = (number: number, command = 'RecordSigningHeld') => ({
  number,
  bytes: new TextEncoder().encode(JSON.stringify({ command })),
});
const contradicts = {
  status: 409,
  code: 'contradicts_record',
  title: 'Records that stand say otherwise.',
  records: ['summit-hanoi-2019/H38'],
};

describe('importSummary', () => {
  it('is one line when everything was recorded', () => {
    const tally = new Tally();
    tally.take(line(1), { status: 201 });
    expect(importSummary(tally, page)).toBe('1 line recorded.');
  });

  it('tells what is new from what was there, standing or retracted since', () => {
    const tally = new Tally();
    tally.take(line(1), { status: 201 });
    for (const standing of ['effective', 'merged', 'retracted'])
      tally.take(line(2), { status: 201, replayed: { standing } });
    expect(importSummary(tally, page)).toBe(
      '1 line recorded, 2 there already, 1 there, but retracted since.',
    );
  });

  it('names each refused line, its code and what is in its way', () => {
    const tally = new Tally();
    for (const number of [1, 2]) tally.take(line(number), { status: 201 });
    tally.take(line(5), contradicts);
    expect(importSummary(tally, page)).toBe(
      [
        '2 lines recorded, 1 refused: 1 contradicts_record.',
        '  line 5  contradicts_record  Records that stand say otherwise.',
        '    in the way: summit-hanoi-2019/H38',
      ].join('\n'),
    );
  });

  it('counts unknown commands by name', () => {
    const tally = new Tally();
    for (const [number, command] of ['Record', 'Record', 'Resolve'].entries())
      tally.take(line(number, command), { status: 404, code: 'unknown_command' });
    expect(importSummary(tally, page)).toBe(
      '0 lines recorded, 3 refused: 3 unknown_command.\n  unknown_command  Record (2), Resolve (1)',
    );
  });

  it('keeps only so many refused lines and counts the others', () => {
    const tally = new Tally(1);
    for (const number of [1, 2, 3]) tally.take(line(number), contradicts);
    expect(importSummary(tally, page).split('\n').at(-1)).toBe('  and 2 more');
  });
});
