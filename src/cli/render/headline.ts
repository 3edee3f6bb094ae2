import type { EventType } from '../../../events/index.js';
import { rows, text, texts, type Row } from './row.js';

/** What an event says, in a few words, from its data; nothing for a type that this version does not know. */
export function headline(type: string, data: Row): string {
  return isKnown(type) ? headlines[type](data) : '';
}

function isKnown(type: string): type is EventType {
  return Object.hasOwn(headlines, type);
}

/** A new event type does not compile without its line. */
const headlines: Readonly<Record<EventType, (data: Row) => string>> = {
  SummitRegistered: (data) => listed(text(data, 'title'), text(data, 'place')),
  SchedulePublished: (data) =>
    `${of(data, 'publisher')} issued revision ${of(data, 'revision')}: ` +
    rows(data, 'items')
      .map((item) => of(item, 'title'))
      .join(', '),
  ScheduleItemChanged: (data) =>
    `${of(data, 'itemId')} ${of(data, 'change')}, announced by ${of(data, 'announcedBy')}`,
  MeetingHeld: (data) => `${of(data, 'title')} held`,
  MeetingCanceled: (data) =>
    data['announced'] === false ? `${of(data, 'itemId')} not held` : canceled(data),
  SigningHeld: (data) => `signed: ${titles(data, 'agreements')}`,
  SigningCanceled: canceled,
  AgreementOutlined: (data) => `${name(data, 'agreementId')} (${of(data, 'status')}), ${terms(data)}`,
  AgreementAdopted: (data) => `${of(data, 'agreementId')} adopted by ${of(data, 'mode')}`,
  EndorsementWithdrawn: (data) => `${of(data, 'party')} withdrew from ${of(data, 'agreementId')}`,
  SummitConcluded: (data) => `${spoken(of(data, 'manner'))}, agreement: ${of(data, 'agreement')}`,
  FollowUpAnnounced: (data) => `${of(data, 'level')} ${spoken(of(data, 'status'))}: ${of(data, 'content')}`,
  StatementIssued: (data) => `${of(data, 'speaker')}: ${wordsOf(data)}`,
  PositionTaken: (data) =>
    `${of(data, 'party')} on ${of(data, 'issue')}, ${spoken(of(data, 'kind'))}: ${of(data, 'content')}`,
  CommitmentMade: (data) => `${of(data, 'promisor')} to ${of(data, 'promisee')}: ${of(data, 'content')}`,
  CommitmentAssessed: (data) => `${spoken(of(data, 'status'))}, says ${of(data, 'assessor')}`,
  PredictionMade: (data) => `${of(data, 'by')}: ${of(data, 'claim')}`,
  PredictionResolved: (data) =>
    `${of(data, 'predictionId')} ${of(data, 'outcome')}, says ${of(data, 'resolvedBy')}`,
  SanctionsReported: (data) =>
    `${of(data, 'imposer')} on ${of(data, 'target')}: ${spoken(of(data, 'status'))}`,
  SourceRegistered: (data) => listed(text(data, 'kind'), text(data, 'title')),
  ActorRegistered: (data) => listed(texts(data, 'names')[0] ?? text(data, 'description'), text(data, 'kind')),
  RecordCorroborated: (data) => `${of(data, 'target')}${after(': ', text(data, 'rendering'))}`,
  RecordDisputed: (data) => `${of(data, 'target')} disputed by ${of(data, 'by')}`,
  RecordCorrected: (data) => `${of(data, 'target')} (${spoken(of(data, 'cause'))}): ${of(data, 'reason')}`,
  RecordRetracted: (data) => `${of(data, 'target')} by the ${of(data, 'by')}: ${of(data, 'reason')}`,
  RecordsMerged: (data) =>
    `${texts(data, 'duplicates').join(', ')} into ${of(data, 'survivor')}: ${of(data, 'reason')}`,
};

/** What was said: its first quote, else in other words, else that no answer was given. */
export function wordsOf(data: Row): string {
  const [quote] = texts(data, 'quotes');
  if (quote !== undefined) return `“${quote}”`;
  return text(data, 'paraphrase') ?? `declined to answer: ${of(data, 'question')}`;
}

/** A value of an enumeration as words. */
export function spoken(value: string): string {
  return value.replaceAll('_', ' ');
}

function canceled(data: Row): string {
  const by = after(' by ', text(data, 'canceledBy'));
  return `${of(data, 'itemId')} canceled${by}${after(', announced by ', text(data, 'announcedBy'))}`;
}

function terms(data: Row): string {
  const count = rows(data, 'terms').length;
  return `${count} ${count === 1 ? 'term' : 'terms'}`;
}

function titles(data: Row, field: string): string {
  return rows(data, field)
    .map((one) => of(one, 'title'))
    .join(', ');
}

function name(data: Row, field: string): string {
  return text(data, 'title') ?? of(data, field);
}

function of(data: Row, field: string): string {
  return text(data, field) ?? '–';
}

function listed(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(', ');
}

function after(lead: string, words: string | undefined): string {
  return words === undefined ? '' : lead + words;
}
