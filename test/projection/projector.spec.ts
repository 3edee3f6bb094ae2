import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { UnknownEventType } from '../../events/index.js';
import { chained, NO_EVENTS, verifiedDigest } from '../../src/ledger/digest.js';
import { PositionTooLarge } from '../../src/projection/facts-schema.js';
import { fact, ledgerOf, note } from '../given.js';
import { answers } from './answers.js';
import { factsFile, projected, removeScratchFolders, rowsOf } from './facts-files.js';
import { histories } from './histories.js';

const meeting = (meetingId: string) =>
  fact('summit-hanoi', 'MeetingHeld', { summitId: 'hanoi', meetingId, kind: 'meal', title: 'Dinner' });

afterAll(removeScratchFolders);

describe('projecting', () => {
  it('comes to the same rows in any batches', () => {
    fc.assert(
      fc.property(histories, fc.nat(30), (history, cut) => {
        using whole = projected(history);
        using parts = projected(history.slice(0, cut), history.slice(cut));
        using single = projected(...history.map((event) => [event]));
        expect(rowsOf(parts.db)).toBe(rowsOf(whole.db));
        expect(rowsOf(single.db)).toBe(rowsOf(whole.db));
      }),
      { numRuns: 25 },
    );
  });

  it('answers as of a position as a projection that ends there', () => {
    fc.assert(
      fc.property(histories, fc.nat(30), (history, n) => {
        const cut = (n % history.length) + 1;
        using whole = projected(history);
        using early = projected(history.slice(0, cut));
        const asOf = String(cut);
        expect(answers(whole.facts, asOf, history)).toBe(answers(early.facts, asOf, history));
      }),
      { numRuns: 50 },
    );
  });

  it('passes over what it has projected', () => {
    const history = ledgerOf([meeting('a'), meeting('b')]);
    using twice = projected(history, history);
    using once = projected(history);
    expect(rowsOf(twice.db)).toBe(rowsOf(once.db));
  });

  it('begins again from an empty file with the same answers', () => {
    const history = ledgerOf([meeting('a'), meeting('b')]);
    using file = projected(history);
    const before = answers(file.facts, '2', history);
    file.projector.clear();
    expect(file.facts.position()).toBe('0');
    expect(file.facts.ofSummit('hanoi', '2')).toEqual([]);
    file.projector.take(history);
    expect(answers(file.facts, '2', history)).toBe(before);
  });

  it('goes on after a restart where it ended', () => {
    const history = ledgerOf([meeting('a'), meeting('b'), meeting('c')]);
    const first = projected(history.slice(0, 2));
    first[Symbol.dispose]();
    using second = factsFile(first.file);
    expect(second.projector.checkpoint()).toMatchObject({
      position: '2',
      previous: '1',
      event: history[1]?.id,
    });
    second.projector.take(history);
    expect(second.facts.ofSummit('hanoi', '3')).toHaveLength(3);
  });

  it('drops a file of another version of the schema', () => {
    const first = projected(ledgerOf([meeting('a')]));
    first.db.pragma('user_version = 999');
    first[Symbol.dispose]();
    using second = factsFile(first.file);
    expect(second.facts.position()).toBe('0');
    expect(second.facts.ofSummit('hanoi', '1')).toEqual([]);
  });

  it('leaves the database of another program alone', () => {
    const first = projected(ledgerOf([meeting('a')]));
    first.db.pragma('application_id = 1');
    first[Symbol.dispose]();
    expect(() => factsFile(first.file)).toThrow('another program');
  });
});

describe('a batch that fails', () => {
  it('leaves neither rows nor checkpoint', () => {
    using file = projected(ledgerOf([meeting('a')]));
    const before = rowsOf(file.db);
    file.db.exec(
      `CREATE TRIGGER full BEFORE UPDATE ON checkpoint BEGIN SELECT RAISE(ABORT, 'disk full'); END`,
    );
    const history = ledgerOf([
      meeting('a'),
      meeting('b'),
      note('summit-hanoi', 'RecordRetracted', { target: 'summit-hanoi/0', reason: 'x', by: 'ledger' }),
    ]);
    expect(() => file.projector.take(history)).toThrow('disk full');
    expect(rowsOf(file.db)).toBe(before);
    file.db.exec('DROP TRIGGER full');
    expect(file.projector.take(history)).toBe('3');
    expect(file.facts.dossier('summit-hanoi/0', '3')?.keeping).toHaveLength(1);
  });

  it('names the event type that this version does not know', () => {
    using file = factsFile();
    const events = ledgerOf([meeting('a'), meeting('b'), meeting('c')]).map((event, i) =>
      i === 1 ? { ...event, type: 'TreatySigned' } : event,
    );
    for (let i = 0; i < 2; i++) expect(() => file.projector.take(events)).toThrow(UnknownEventType);
    expect(file.facts.position()).toBe('1');
  });

  it('keeps a running hash that does not rest on the size of batches, nor on positions', () => {
    const history = ledgerOf([meeting('a'), meeting('b'), meeting('c')]);
    const sparse = history.map((event) => ({ ...event, position: String(Number(event.position) * 1000) }));
    const hashes = [[history], history.map((event) => [event]), [sparse]].map((batches) => {
      using file = projected(...batches);
      return file.projector.checkpoint().hash;
    });
    expect(new Set(hashes).size).toBe(1);
    const expected = history.map(verifiedDigest).reduce(chained, NO_EVENTS);
    expect(hashes[0]).toBe(expected);
  });

  it('names a position that integers cannot hold', () => {
    using file = factsFile();
    const events = ledgerOf([meeting('a')]).map((event) => ({ ...event, position: '9007199254740993' }));
    expect(() => file.projector.take(events)).toThrow(PositionTooLarge);
  });
});

describe('times of recording', () => {
  const at = ['09:00', '08:00', '10:00', '09:30', '10:30'].map((clock) => `2026-01-01T${clock}:00.000Z`);
  const history = ledgerOf(at.map((_clock, i) => meeting(`m${i}`))).map((event, i) => ({
    ...event,
    recordedAt: at[i] ?? event.recordedAt,
  }));
  const time = (clock: string) => Date.parse(`2026-01-01T${clock}:00.000Z`);

  it('never run backwards, whatever the clocks of the writers', () => {
    using file = projected(history.slice(0, 1), history.slice(1));
    expect(['1', '2', '3', '4', '5'].map((position) => file.facts.timeOf(position))).toEqual(
      ['09:00', '09:00', '10:00', '10:00', '10:30'].map(time),
    );
  });

  it('tell the last position by then', () => {
    using file = projected(history);
    const asked = ['08:59', '09:00', '09:59', '10:00', '10:29', '23:00'];
    expect(asked.map((clock) => file.facts.positionAt(time(clock)))).toEqual(['0', '2', '2', '4', '4', '5']);
  });

  it('are those of the last event before, at a position between events', () => {
    using file = projected(
      history.map((event) => ({ ...event, position: String(Number(event.position) * 100) })),
    );
    expect(file.facts.timeOf('99')).toBeUndefined();
    expect(file.facts.timeOf('150')).toBe(time('09:00'));
  });
});
