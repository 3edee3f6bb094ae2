import type { DataOf, EventType, StatementIssued } from '../../../events/index.js';

type Headlines = { readonly [T in EventType]: (data: DataOf<T>) => string };

const headlines: Headlines = {
  SummitRegistered: ({ title, place }) => `${title}, ${place}`,
  SchedulePublished: ({ publisher, revision, day }) =>
    `${publisher} publishes revision ${revision} of its schedule${day === undefined ? '' : ` for ${day}`}`,
  ScheduleItemChanged: ({ itemId, change, announcedBy }) =>
    `${itemId} ${change}, announced by ${announcedBy}`,
  MeetingHeld: ({ title }) => title,
  MeetingCanceled: ({ itemId, announced }) => `${itemId} ${announced ? 'canceled' : 'not held'}`,
  SigningHeld: ({ agreements }) => `Signed: ${agreements.map(({ title }) => title).join('; ')}`,
  SigningCanceled: ({ itemId }) => `${itemId} canceled`,
  AgreementOutlined: ({ agreementId, title, reportedBy }) =>
    `Outline of ${title ?? agreementId}, reported by ${reportedBy}`,
  AgreementAdopted: ({ agreementId, mode }) => `${agreementId} adopted (${inPlainWords(mode)})`,
  EndorsementWithdrawn: ({ party, agreementId }) => `${party} leaves ${agreementId}`,
  SummitConcluded: ({ manner, agreement }) =>
    `Summit concluded: ${inPlainWords(manner)}, agreement ${agreement}`,
  FollowUpAnnounced: ({ content }) => content,
  StatementIssued: (data) => `${data.speaker}: ${wordsOf(data)}`,
  PositionTaken: ({ party, issue, content }) => `${party} on ${issue}: ${content}`,
  CommitmentMade: ({ promisor, promisee, content }) => `${promisor} to ${promisee}: ${content}`,
  CommitmentAssessed: ({ commitmentId, status, assessor }) =>
    `${commitmentId}: ${inPlainWords(status)}, says ${assessor}`,
  PredictionMade: ({ by, claim }) => `${by} expects: ${claim}`,
  PredictionResolved: ({ predictionId, outcome }) => `${predictionId}: ${outcome}`,
  SanctionsReported: ({ imposer, target, status }) =>
    `${imposer} sanctions on ${target}: ${inPlainWords(status)}`,
  SourceRegistered: ({ sourceId, title }) => title ?? sourceId,
  ActorRegistered: ({ actorId, names }) => names[0] ?? actorId,
  RecordCorroborated: ({ target }) => `${target} told by another source`,
  RecordDisputed: ({ target, by }) => `${target} disputed by ${by}`,
  RecordCorrected: ({ target, reason }) => `${target} corrected: ${reason}`,
  RecordRetracted: ({ target, reason }) => `${target} retracted: ${reason}`,
  RecordsMerged: ({ survivor, reason }) => `Merged into ${survivor}: ${reason}`,
};

/** Whether a type, as read from elsewhere, is one that this version can tell in one line. */
export function hasHeadline(type: string): type is EventType {
  return Object.hasOwn(headlines, type);
}

/** A record in one line, for people: actors and items by their ids. */
export function headlineOf<T extends EventType>({ type, data }: { type: T; data: DataOf<T> }): string {
  return headlines[type](data);
}

function wordsOf({ form, quotes, paraphrase, question }: StatementIssued): string {
  if (form === 'declined_to_answer') return `declines to answer “${question ?? ''}”`;
  return quotes && quotes.length > 0 ? quotes.map((quote) => `“${quote}”`).join(' … ') : (paraphrase ?? '');
}

function inPlainWords(value: string): string {
  return value.replaceAll('_', ' ');
}
