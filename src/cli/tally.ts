import { commandIn, type CommandLine } from './command-lines.js';
import { inTheWay, reason } from './render/refusal.js';
import { isRow, number, text, type Row } from './render/row.js';

export interface RefusedLine {
  readonly number: number;
  readonly code: string;
  readonly reason: string;
  readonly inTheWay: readonly string[];
}

/** What an import has come to. However long the file, only so many refused lines are kept in full. */
export class Tally {
  recorded = 0;
  /** Lines that say what was recorded before, and stands. */
  there = 0;
  /** Lines that say what was recorded before, and has been retracted. */
  retracted = 0;
  readonly byCode = new Map<string, number>();
  readonly unknownCommands = new Map<string, number>();
  readonly refused: RefusedLine[] = [];

  constructor(private readonly kept = 1_000) {}

  get refusals(): number {
    return [...this.byCode.values()].reduce((sum, count) => sum + count, 0);
  }

  take(line: CommandLine, result: Row): void {
    if (number(result, 'status') === 201) {
      this.takeRecorded(result);
      return;
    }
    const code = text(result, 'code') ?? 'refused';
    count(this.byCode, code);
    if (code === 'unknown_command') count(this.unknownCommands, commandIn(line) ?? '(none)');
    else if (this.refused.length < this.kept)
      this.refused.push({ number: line.number, code, reason: reason(result), inTheWay: inTheWay(result) });
  }

  private takeRecorded({ replayed }: Row): void {
    if (!isRow(replayed)) this.recorded += 1;
    else if (text(replayed, 'standing') === 'retracted') this.retracted += 1;
    else this.there += 1;
  }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
