import { describe, it } from '@jest/globals';
import { day, fact, given, type TestEvent } from '../../test/given.js';
import { ReportSanctionsHandler } from './report-sanctions.js';

const report = (status: string) => ({ regimeId: 'un-dprk', imposer: 'un', target: 'dprk', status });
const reported = (status: string, date: string, recordId: string) =>
  fact('sanctions-un-dprk', 'SanctionsReported', report(status), { recordId, occurredAt: day(date) });
const lifted = reported('lifted', '2019-03-01', 'L');

const asked = (status: string, date: string, ...events: TestEvent[]) => ({
  contesting: (onContradiction: 'refuse' | 'contest') =>
    given(...events).when(ReportSanctionsHandler, {
      onContradiction,
      occurredAt: day(date),
      data: report(status),
    }),
});

describe('ReportSanctions', () => {
  it('records how a regime stands', () =>
    asked('in_force', '2019-02-28').contesting('refuse').then(report('in_force')));

  it('refuses that what was lifted continues, naming the lifting', () =>
    asked('continues', '2019-04-01', lifted)
      .contesting('refuse')
      .refused('contradicts_record', 'sanctions-un-dprk/L'));

  it('disputes the lifting when the client contests it', () =>
    asked('continues', '2019-04-01', lifted).contesting('contest').disputes('sanctions-un-dprk/L'));

  it('takes that it continues when it may have come into force again in between', () => {
    const again = reported('in_force', '2019-03-15', 'F');
    asked('continues', '2019-04-01', lifted, again).contesting('refuse').then({});
    asked('continues', '2019-04-01', lifted, reported('in_force', '2019-03-01', 'F'))
      .contesting('refuse')
      .then({});
  });

  it('does not take an earlier or a later coming into force for one in between', () => {
    asked('continues', '2019-04-01', reported('in_force', '2019-02-01', 'F'), lifted)
      .contesting('refuse')
      .refused('contradicts_record');
    asked('continues', '2019-04-01', lifted, reported('in_force', '2019-05-01', 'F'))
      .contesting('refuse')
      .refused('contradicts_record');
  });

  it('takes that it continued before it was lifted, or on the same day', () => {
    asked('continues', '2019-02-01', lifted).contesting('refuse').then({});
    asked('continues', '2019-03-01', lifted).contesting('refuse').then({});
  });
});
