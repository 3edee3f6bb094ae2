import { readFileSync } from 'node:fs';
import type { EventType } from '../events/index.js';
import type { TestEvent } from './given.js';

/** For each command of the example: its event, the category of its stream, and the fields that name it. */
const COMMANDS: Readonly<Record<string, readonly [EventType, string, ...string[]]>> = {
  RegisterActor: ['ActorRegistered', 'actor', 'actorId'],
  RegisterSource: ['SourceRegistered', 'source', 'sourceId'],
  RegisterSummit: ['SummitRegistered', 'summit', 'summitId'],
  PublishSchedule: ['SchedulePublished', 'summit', 'summitId'],
  RecordMeetingHeld: ['MeetingHeld', 'summit', 'summitId'],
  RecordMeetingCanceled: ['MeetingCanceled', 'summit', 'summitId'],
  RecordSigningCanceled: ['SigningCanceled', 'summit', 'summitId'],
  OutlineAgreement: ['AgreementOutlined', 'summit', 'summitId'],
  ConcludeSummit: ['SummitConcluded', 'summit', 'summitId'],
  AnnounceFollowUp: ['FollowUpAnnounced', 'summit', 'summitId'],
  RecordStatement: ['StatementIssued', 'statement', 'statementId'],
  RecordPosition: ['PositionTaken', 'position', 'summitId', 'party'],
  RecordCommitment: ['CommitmentMade', 'commitment', 'commitmentId'],
  RecordPrediction: ['PredictionMade', 'prediction', 'predictionId'],
  ResolvePrediction: ['PredictionResolved', 'prediction', 'predictionId'],
  ReportSanctions: ['SanctionsReported', 'sanctions', 'regimeId'],
};

interface Line {
  readonly command: string;
  readonly body: TestEvent['body'] & { readonly data: Readonly<Record<string, unknown>> };
}

/** The 108 records of the example, taken as they come, without deciding. */
export const hanoi: readonly TestEvent[] = readFileSync('examples/hanoi-2019.ndjson', 'utf8')
  .trim()
  .split('\n')
  // The example is checked by the tests that import it over HTTP.
  .map((line) => JSON.parse(line) as Line)
  .map(({ command, body }): TestEvent => {
    const found = COMMANDS[command];
    if (!found) throw new Error(`the example holds an unknown command, ${command}`);
    const [type, category, ...fields] = found;
    const id = fields.map((field) => String(body.data[field])).join(':');
    return { stream: `${category}-${id}`, type, body };
  });

/** Address of a record of the Hanoi summit's own stream. */
export const h = (...ids: string[]) => ids.map((id) => `summit-hanoi-2019/${id}`);
