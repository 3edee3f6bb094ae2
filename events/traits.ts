import type { DataOf, EventType } from './event-types.js';
import type { StreamCategory } from './streams.js';

/** What the rest of the code has to know of an event type. */
export interface Traits<D> {
  /** The category of its stream; that of the record that it is about, where it is about one. */
  readonly stream: StreamCategory | 'of_its_target';
  /** What stands beside its data: the account of a fact, nothing, or what a record about others says of the world. */
  readonly form: 'account' | 'registration' | 'record_keeping';
  /** It enters what others refer to, and so is known at every moment once it is recorded (rule 2.6.3). */
  readonly registers?: true;
  /** It tells what happened, after which nobody foretells it (rule 2.6.18). */
  readonly isOutcome?: true;
  /** It tells of a programme: of one item, or of many. */
  readonly programme?: 'item' | 'items';
  /** It judges the record that opened its stream, and belongs to the summits of that. */
  readonly isJudgement?: true;
  /** It changes how the record reads that it is about, or whether it stands; the others are said beside it. */
  readonly changesReading?: true;
  /** The records that it is about. */
  readonly targets?: (data: D) => readonly string[];
  /** In one line, for people: actors and items by their ids. */
  readonly headline: (data: D) => string;
}

const target = ({ target: address }: { readonly target: string }) => [address];
const account = { form: 'account' } as const;
const keeping = { form: 'record_keeping', stream: 'of_its_target' } as const;

/** The one table of what is known of each event type. A type that is not in it does not compile. */
export const traits = {
  SummitRegistered: {
    ...account,
    stream: 'summit',
    registers: true,
    programme: 'items',
    headline: ({ title, place }) => `${title}, ${place}`,
  },
  SchedulePublished: {
    ...account,
    stream: 'summit',
    programme: 'items',
    headline: ({ publisher, revision, day }) =>
      `${publisher} publishes revision ${revision} of its schedule${day === undefined ? '' : ` for ${day}`}`,
  },
  ScheduleItemChanged: {
    ...account,
    stream: 'summit',
    programme: 'item',
    headline: ({ itemId, change, announcedBy }) => `${itemId} ${change}, announced by ${announcedBy}`,
  },
  MeetingHeld: {
    ...account,
    stream: 'summit',
    isOutcome: true,
    programme: 'item',
    headline: ({ title }) => title,
  },
  MeetingCanceled: {
    ...account,
    stream: 'summit',
    isOutcome: true,
    programme: 'item',
    headline: ({ itemId, announced }) => `${itemId} ${announced ? 'canceled' : 'not held'}`,
  },
  SigningHeld: {
    ...account,
    stream: 'summit',
    isOutcome: true,
    programme: 'item',
    headline: ({ agreements }) => `Signed: ${agreements.map(({ title }) => title).join('; ')}`,
  },
  SigningCanceled: {
    ...account,
    stream: 'summit',
    isOutcome: true,
    programme: 'item',
    headline: ({ itemId }) => `${itemId} canceled`,
  },
  AgreementOutlined: {
    ...account,
    stream: 'summit',
    headline: ({ agreementId, title, reportedBy }) =>
      `Outline of ${title ?? agreementId}, reported by ${reportedBy}`,
  },
  AgreementAdopted: {
    ...account,
    stream: 'summit',
    isOutcome: true,
    headline: ({ agreementId, mode }) => `${agreementId} adopted (${inPlainWords(mode)})`,
  },
  EndorsementWithdrawn: {
    ...account,
    stream: 'summit',
    isOutcome: true,
    headline: ({ party, agreementId }) => `${party} leaves ${agreementId}`,
  },
  SummitConcluded: {
    ...account,
    stream: 'summit',
    isOutcome: true,
    headline: ({ manner, agreement }) => `Summit concluded: ${inPlainWords(manner)}, agreement ${agreement}`,
  },
  FollowUpAnnounced: { ...account, stream: 'summit', headline: ({ content }) => content },
  StatementIssued: {
    ...account,
    stream: 'statement',
    headline: (data) => `${data.speaker}: ${wordsOf(data)}`,
  },
  PositionTaken: {
    ...account,
    stream: 'position',
    headline: ({ party, issue, content }) => `${party} on ${issue}: ${content}`,
  },
  CommitmentMade: {
    ...account,
    stream: 'commitment',
    headline: ({ promisor, promisee, content }) => `${promisor} to ${promisee}: ${content}`,
  },
  CommitmentAssessed: {
    ...account,
    stream: 'commitment',
    isJudgement: true,
    headline: ({ commitmentId, status, assessor }) =>
      `${commitmentId}: ${inPlainWords(status)}, says ${assessor}`,
  },
  PredictionMade: {
    ...account,
    stream: 'prediction',
    headline: ({ by, claim }) => `${by} expects: ${claim}`,
  },
  PredictionResolved: {
    ...account,
    stream: 'prediction',
    isJudgement: true,
    headline: ({ predictionId, outcome }) => `${predictionId}: ${outcome}`,
  },
  SanctionsReported: {
    ...account,
    stream: 'sanctions',
    headline: ({ imposer, target: on, status }) => `${imposer} sanctions on ${on}: ${inPlainWords(status)}`,
  },
  SourceRegistered: {
    stream: 'source',
    form: 'registration',
    registers: true,
    headline: ({ sourceId, title }) => title ?? sourceId,
  },
  ActorRegistered: {
    stream: 'actor',
    form: 'registration',
    registers: true,
    headline: ({ actorId, names }) => names[0] ?? actorId,
  },
  RecordCorroborated: {
    ...keeping,
    targets: target,
    headline: ({ target: address }) => `${address} told by another source`,
  },
  RecordDisputed: {
    ...keeping,
    targets: target,
    headline: ({ target: address, by }) => `${address} disputed by ${by}`,
  },
  RecordCorrected: {
    ...keeping,
    targets: target,
    changesReading: true,
    headline: ({ target: address, reason }) => `${address} corrected: ${reason}`,
  },
  RecordRetracted: {
    ...keeping,
    targets: target,
    changesReading: true,
    headline: ({ target: address, reason }) => `${address} retracted: ${reason}`,
  },
  RecordsMerged: {
    ...keeping,
    changesReading: true,
    targets: ({ survivor, duplicates }) => [survivor, ...duplicates],
    headline: ({ survivor, reason }) => `Merged into ${survivor}: ${reason}`,
  },
} as const satisfies { readonly [T in EventType]: Traits<DataOf<T>> };

function wordsOf({ form, quotes, paraphrase, question }: DataOf<'StatementIssued'>): string {
  if (form === 'declined_to_answer') return `declines to answer “${question ?? ''}”`;
  return quotes && quotes.length > 0 ? quotes.map((quote) => `“${quote}”`).join(' … ') : (paraphrase ?? '');
}

function inPlainWords(value: string): string {
  return value.replaceAll('_', ' ');
}
