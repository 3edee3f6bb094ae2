import { SanctionsReported } from '../../events/index.js';
import { ofType, type Fact } from '../records/fact.js';
import { refuse } from '../records/rejected.js';
import { futureRecord, recording } from '../command-handling/recording.js';
import { handling } from '../command-handling/command-executor.js';
import type { Records } from '../command-handling/stream-state.js';
import { orderOf, type Dated } from '../time/when.js';

/** Somebody reports how a sanctions regime stands. */
export class ReportSanctions extends recording(SanctionsReported) {}

function decide(command: ReportSanctions, records: Records): SanctionsReported {
  const { data } = command;
  if (data.status === 'continues') {
    const reports = ofType('SanctionsReported', records.facts);
    refuse('contradicts_record', liftings(reports, futureRecord(command, records)));
  }
  return data;
}

/** The liftings decidably before a report, with no new force possible in between (rule 2.6.18). */
function liftings(reports: readonly Fact<'SanctionsReported'>[], report: Dated) {
  const inForce = reports.filter(({ data }) => data.status === 'in_force');
  return reports
    .filter((lifting) => lifting.data.status === 'lifted' && orderOf(lifting, report) === 'before')
    .filter((lifting) => !inForce.some((force) => mayLieBetween(lifting, force, report)));
}

function mayLieBetween(first: Dated, middle: Dated, last: Dated): boolean {
  return orderOf(middle, first) !== 'before' && orderOf(middle, last) !== 'after';
}

export class ReportSanctionsHandler extends handling({ command: ReportSanctions, decide }) {}
