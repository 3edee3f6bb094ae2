import { describe, it } from '@jest/globals';
import { fact, given, note, type TestEvent } from '../../test/given.js';
import { CorroborateRecordHandler } from './corroborate-record.js';

const stream = 'statement-no-rush';
const target = `${stream}/H27`;
const said = fact(
  stream,
  'StatementIssued',
  { statementId: 'no-rush', summitIds: [], speaker: 'us.trump', genre: 'statement', form: 'quote' },
  { recordId: 'H27', sources: [{ sourceId: 'S01', locator: 'L58' }] },
);
const corroborated = note(
  stream,
  'RecordCorroborated',
  { target },
  { recordId: 'K1', sources: [{ sourceId: 'S02' }] },
);
const retracted = (address: string) =>
  note(stream, 'RecordRetracted', { target: address, reason: 'wrong', by: 'ledger' });

const asked = (sourceId: string, ...events: TestEvent[]) =>
  given(...events).when(CorroborateRecordHandler, {
    sources: [{ sourceId, locator: 'p. 4' }],
    data: { target, rendering: 'There is no rush' },
  });

describe('CorroborateRecord', () => {
  it('adds a source, with its own wording', () =>
    asked('S02', said).then({ target, rendering: 'There is no rush' }));

  it('asks for the source', () => {
    const sourceless = { sources: undefined, data: { target } };
    given(said).when(CorroborateRecordHandler, sourceless).refused('source_required');
    given(said)
      .when(CorroborateRecordHandler, { ...sourceless, sources: [] })
      .refused('source_required');
  });

  it('refuses a record that is not there', () => asked('S02').refused('unknown_record', target));

  it('refuses the source of the record itself, whatever the locator', () =>
    asked('S01', said).refused('already_corroborated', target));

  it('refuses the source of a corroboration, until that is retracted', () => {
    asked('S02', said, corroborated).refused('already_corroborated', `${stream}/K1`);
    asked('S02', said, corroborated, retracted(`${stream}/K1`)).then({});
  });

  it('refuses a record that was retracted', () =>
    asked('S02', said, retracted(target)).refused('record_retracted', target));
});
