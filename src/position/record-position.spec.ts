import { describe, it } from '@jest/globals';
import { fact, given, note } from '../../test/given.js';
import { RecordPositionHandler } from './record-position.js';

const hanoi = fact('summit-hanoi-2019', 'SummitRegistered', {
  summitId: 'hanoi-2019',
  title: 'Hanoi',
  parties: ['us', 'dprk'],
  place: 'Hanoi',
  timeZone: 'Asia/Ho_Chi_Minh',
});
const position = {
  summitId: 'hanoi-2019',
  party: 'dprk',
  issue: 'sanctions',
  kind: 'demand',
  content: 'all sanctions lifted',
};

describe('RecordPosition', () => {
  it('records what a party wants', () =>
    given(hanoi).when(RecordPositionHandler, { data: position }).then(position));

  it('records what it wants next', () =>
    given(hanoi, fact('position-hanoi-2019:dprk', 'PositionTaken', position))
      .when(RecordPositionHandler, { data: { ...position, kind: 'offer' } })
      .then({ kind: 'offer' }));

  it('refuses whoever is not a party of the summit', () =>
    given(hanoi)
      .when(RecordPositionHandler, { data: { ...position, party: 'china' } })
      .refused('not_a_party'));

  it('goes by the parties as corrected', () =>
    given(
      hanoi,
      note('summit-hanoi-2019', 'RecordCorrected', {
        target: 'summit-hanoi-2019/0',
        patch: { data: { parties: ['us', 'dprk', 'china'] } },
        reason: 'a third party',
        cause: 'error',
      }),
    )
      .when(RecordPositionHandler, { data: { ...position, party: 'china' } })
      .then({}));

  it('asks for an issue of one spelling', () =>
    given(hanoi)
      .when(RecordPositionHandler, { data: { ...position, issue: 'The Sanctions' } })
      .invalid('data.issue'));
});
