import { describe, it } from '@jest/globals';
import { day, fact, given, note, type TestEvent } from '../../test/given.js';
import { RecordStatementHandler } from './record-statement.js';

const data = {
  statementId: 'no-rush',
  summitIds: ['hanoi-2019'],
  speaker: 'us.trump',
  genre: 'statement',
  form: 'quote',
  quotes: ['No rush. No rush.'],
};
const said = fact('statement-no-rush', 'StatementIssued', data, { recordId: 'H27' });
const elsewhere = { ...data, statementId: 'again', quotes: ['“no rush”, no rush!'] };
const wordless = { ...data, quotes: undefined };

const asked = (...events: TestEvent[]) => ({
  with: (over: object, account: object = {}) =>
    given(...events).when(RecordStatementHandler, { ...account, data: over }),
});

describe('RecordStatement', () => {
  it('records what was said', () => asked().with(data).then(data));

  it('refuses an id that is taken while its record stands', () =>
    asked(said)
      .with({ ...data, quotes: ['other'] })
      .refused('record_exists', 'statement-no-rush/H27'));

  it('takes the id again after the retraction of its record', () =>
    asked(
      said,
      note('statement-no-rush', 'RecordRetracted', {
        target: 'statement-no-rush/H27',
        reason: 'wrong speaker',
        by: 'ledger',
      }),
    )
      .with(data)
      .then(data));

  it('refuses a statement without words', () => {
    asked().with(wordless).refused('words_required');
    asked()
      .with({ ...data, quotes: [] })
      .refused('words_required');
  });

  it('takes a paraphrase for words', () =>
    asked()
      .with({ ...wordless, paraphrase: 'no hurry' })
      .then({}));

  it('takes a refusal to answer without words, when it says what was asked', () =>
    asked()
      .with({ ...wordless, form: 'declined_to_answer', question: 'Still CVID?' })
      .then({}));

  it('refuses a refusal to answer nothing', () =>
    asked()
      .with({ ...data, form: 'declined_to_answer' })
      .refused('question_required'));

  it('refuses a statement without a speaker', () =>
    asked()
      .with({ ...data, speaker: undefined })
      .refused('unknown_actor'));

  it('counts the characters of a quote', () => {
    asked()
      .with({ ...data, quotes: ['말'.repeat(600)] })
      .then({});
    asked()
      .with({ ...data, quotes: ['x', 'x'.repeat(601)] })
      .refused('quote_too_long');
  });

  it('names the statement that has the same words of the same speaker at that time', () =>
    asked(said).with(elsewhere).refused('possible_duplicate', 'statement-no-rush/H27'));

  it('lets the same words of another speaker, or of another time, stand', () => {
    asked(said)
      .with({ ...elsewhere, speaker: 'us.pompeo' })
      .then({});
    asked(said)
      .with(elsewhere, { occurredAt: day('2019-03-01') })
      .then({});
  });

  it('lets the client say that the same words were said twice', () =>
    asked(said)
      .with({ ...elsewhere, allowDuplicate: true })
      .then({}));
});
