import { describe, expect, it } from '@jest/globals';
import { note, type TestEvent } from '../../../test/given.js';
import { hanoi } from '../../../test/hanoi.js';
import { ledgerWith } from '../../../test/ledger-with.js';
import { source } from './sources.js';

const shown = (sourceId: string, ...more: TestEvent[]) =>
  ledgerWith(...hanoi, ...more).shows(source, { sourceId });

describe('a source', () => {
  it('is shown with what it was read through, and what was read through it', () => {
    expect(shown('S10').chain.map(({ sourceId }) => sourceId)).toEqual(['S10', 'S01']);
    expect(shown('S01').readThroughIt).toContain('S10');
  });

  it('carries every record of the example alone', () => {
    const { rows } = shown('S01');
    expect(rows).toHaveLength(79);
    expect(rows.every(({ alone }) => alone)).toBe(true);
    expect(rows.find(({ record }) => record.endsWith('/H13'))).toMatchObject({
      locators: ['L56'],
      direct: true,
    });
  });

  it('does not carry alone what another source tells too', () => {
    const stream = 'statement-trump-no-rush';
    const target = `${stream}/H27`;
    const corroboration = [
      note('source-W', 'SourceRegistered', { sourceId: 'W', kind: 'transcript' }),
      note(stream, 'RecordCorroborated', { target }, { sources: [{ sourceId: 'W', locator: 'p. 2' }] }),
    ];
    expect(shown('S01', ...corroboration).rows.find(({ record }) => record === target)).toMatchObject({
      alone: false,
    });
    expect(shown('W', ...corroboration).rows).toMatchObject([
      { record: target, locators: ['p. 2'], alone: false },
    ]);
  });

  it('carries what was read in a source that came through it', () => {
    const stream = 'statement-trump-no-rush';
    const target = `${stream}/H27`;
    const video = note(stream, 'RecordCorroborated', { target }, { sources: [{ sourceId: 'S10' }] });
    const row = (sourceId: string) => shown(sourceId, video).rows.find(({ record }) => record === target);
    expect(row('S10')).toMatchObject({ direct: true, alone: false });
    expect(row('S01')).toMatchObject({ direct: true, alone: true });
  });

  it('that is not on record has no registration', () =>
    expect(shown('S99')).toMatchObject({ record: null, registration: null, rows: [] }));
});
