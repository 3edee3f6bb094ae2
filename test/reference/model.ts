import * as agreements from './rules/agreement-rules.js';
import { allRow } from './rules/all-row.js';
import { Fold } from './ledger/fold.js';
import * as keeping from './rules/keeping-rules.js';
import { corroboratingAccount } from './language/account.js';
import type { Fields } from './language/fields.js';
import { commands, recordFields, type CommandName } from './language/language.js';
import { isKeeping, part, Refusal, streamOf, type Command, type Rec } from './ledger/record.js';
import { Ruling } from './rules/ruling.js';
import { shapeOf, type Leaf } from './language/shape.js';
import * as summit from './rules/summit-rules.js';
import type { Time } from './ledger/time.js';
import * as telling from './rules/telling-rules.js';
import { withTimes, zoneOf } from './ledger/zones.js';

const UNKNOWN: Time = { from: null, to: null, precision: 'unknown', timeZone: null };

/** Each command's own row of §2.5. */
const rows: Readonly<Record<CommandName, (ruling: Ruling) => void>> = {
  RegisterSource: summit.register,
  RegisterActor: summit.register,
  RegisterSummit: summit.register,
  PublishSchedule: summit.publishSchedule,
  ChangeScheduleItem: summit.changeItem,
  RecordMeetingHeld: summit.meetingHeld,
  RecordMeetingCanceled: summit.meetingCanceled,
  RecordSigningHeld: summit.signingHeld,
  RecordSigningCanceled: summit.signingCanceled,
  OutlineAgreement: agreements.outline,
  RecordAgreementAdopted: agreements.adopt,
  RecordEndorsementWithdrawn: agreements.withdraw,
  ConcludeSummit: agreements.conclude,
  AnnounceFollowUp: () => undefined,
  RecordStatement: telling.statement,
  RecordPosition: telling.position,
  RecordCommitment: telling.commitment,
  AssessCommitment: telling.assess,
  RecordPrediction: telling.prediction,
  ResolvePrediction: telling.resolve,
  ReportSanctions: telling.sanctions,
  CorroborateRecord: keeping.corroborate,
  DisputeRecord: keeping.dispute,
  CorrectRecord: keeping.correct,
  RetractRecord: keeping.retract,
  MergeRecords: keeping.merge,
};

interface Answered {
  readonly body: string;
  readonly records: readonly string[];
}

/** The plain, slow ledger of the page: a list of records, searched from end to end by every rule. */
export class ReferenceModel {
  readonly list: Rec[] = [];
  private readonly answers = new Map<string, Answered>();

  get fold(): Fold {
    return new Fold(this.list);
  }

  revisionOf(stream: string): number {
    return this.list.filter((record) => record.stream === stream).length - 1;
  }

  /**
   * Takes a command, or refuses it.
   * @returns the addresses of what it recorded
   * @throws Refusal
   */
  take(command: Command, receivedAt: number): readonly string[] {
    const leaves = checkedShape(command);
    const key = `${streamOfCommand(command)} ${command.key ?? ''}`;
    const answered = command.key === undefined ? undefined : this.answers.get(key);
    const body = JSON.stringify([command.name, command.body]);
    if (answered?.body === body) return answered.records;

    const ruling = new Ruling(command, this.recordOf(command, receivedAt), this.fold);
    allRow(ruling, leaves, {
      receivedAt,
      revision: this.revisionOf(ruling.record.stream),
      isKeyTaken: answered !== undefined,
    });
    rows[command.name](ruling);
    const records = this.add(ruling);
    if (command.key !== undefined) this.answers.set(key, { body, records });
    return records;
  }

  /** Takes over when the ledger says that a record was recorded. */
  stamp(n: number, recordedAt: number): void {
    const record = this.list[n - 1];
    if (record) this.list[n - 1] = { ...record, recordedAt };
  }

  private recordOf(command: Command, receivedAt: number): Rec {
    const type = commands[command.name];
    const fold = this.fold;
    const stream = streamOfCommand(command);
    const body = withTimes(command.body, zoneOf(command, fold));
    const recordId = body.recordId ?? String(this.revisionOf(stream) + 1);
    const n = this.list.length + 1;
    // Of a record about another it is by default unknown when that was made (§2.2).
    const occurredAt = body.occurredAt ?? (isKeeping({ type }) ? { ...UNKNOWN } : undefined);
    const dated = occurredAt ? { ...body, occurredAt } : body;
    return { ...dated, n, type, stream, address: `${stream}/${recordId}`, recordedAt: receivedAt };
  }

  private add({ record, disputed }: Ruling): string[] {
    this.list.push(record);
    for (const target of disputed) {
      const revision = this.revisionOf(record.stream) + 1;
      this.list.push({
        n: this.list.length + 1,
        type: 'RecordDisputed',
        stream: record.stream,
        address: `${record.stream}/${revision}`,
        recordedAt: record.recordedAt,
        occurredAt: { ...UNKNOWN },
        // Whose account it is and what it rests on are those of the record that contests.
        ...(record.accordingTo !== undefined && { accordingTo: record.accordingTo }),
        ...(record.sources && { sources: record.sources }),
        data: { target, counterRecord: record.address, by: record.accordingTo },
      });
    }
    return this.list.slice(record.n - 1).map(({ address }) => address);
  }
}

function streamOfCommand({ name, body }: Command): string {
  return streamOf(commands[name], part(body, 'data') ?? {});
}

function checkedShape({ name, body }: Command): readonly Leaf[] {
  const { code, leaves } = shapeOf(fieldsOf(name), body);
  if (code !== undefined) throw new Refusal(code);
  return leaves;
}

function fieldsOf(name: CommandName): Fields {
  const fields = recordFields(commands[name]);
  return name === 'CorroborateRecord' ? { ...fields, ...corroboratingAccount } : fields;
}
