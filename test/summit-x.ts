import { day, fact, note, type TestEvent } from './given.js';

const STREAM = 'summit-x';

/** Addresses of records of summit x. */
export const x = (...recordIds: string[]) => recordIds.map((recordId) => `${STREAM}/${recordId}`);

/** A record's id and the day on which it happened; without a day, that of the usual account. */
export const as = (recordId: string, date?: string, links: object = {}) => ({
  recordId,
  ...(date !== undefined && { occurredAt: { ...day(date), ...links } }),
});

/** What a command says of the day on which its fact happened. */
export const on = (date: string, links: object = {}) => ({ occurredAt: { ...day(date), ...links } });

const of = (type: TestEvent['type'], data: object, over: object) =>
  fact(STREAM, type, { summitId: 'x', ...data }, over);

export const registration = {
  summitId: 'x',
  title: 'Summit',
  parties: ['us', 'dprk'],
  place: 'Hanoi',
  timeZone: 'Asia/Ho_Chi_Minh',
};
export const registered = of('SummitRegistered', registration, as('registered'));

/** One line of a schedule: a meal, unless told otherwise. */
export const item = (itemId: string, over: object = {}) => ({
  itemId,
  order: 1,
  kind: 'meal',
  title: itemId,
  ...over,
});
export const signing = item('signing', { kind: 'signing' });

/** Revision 1 of the White House's schedule, unless told otherwise; issued before anything else. */
export const published = (items: object[], data: object = {}, over: object = {}) =>
  of(
    'SchedulePublished',
    { publisher: 'wh', revision: 1, items, ...data },
    { occurredAt: day('2019-02-20'), ...over },
  );
/** A summit with a lunch and a signing on its schedule. */
export const programme = [registered, published([item('lunch'), signing], {}, { recordId: 'plan' })] as const;

export const changed = (itemId: string, data: object, over: object = {}) =>
  of('ScheduleItemChanged', { itemId, change: 'revised', announcedBy: 'wh', ...data }, over);
export const reinstated = (itemId: string, over: object = {}) =>
  changed(itemId, { change: 'reinstated' }, over);

export const meeting = { meetingId: 'm1', kind: 'meal', title: 'Lunch' };
export const held = (itemId: string | undefined, over: object = {}) =>
  of('MeetingHeld', { ...meeting, ...(itemId !== undefined && { itemId }) }, over);
/** Of the root when no item is named. */
export const canceled = (itemId = 'x', over: object = {}) =>
  of('MeetingCanceled', { itemId, announced: true }, over);

export const signatures = {
  agreements: [{ agreementId: 'accord', title: 'Accord' }],
  signatories: [{ actorId: 'us.trump', forParty: 'us' }],
};
export const signed = (itemId: string | undefined, over: object = {}) =>
  of('SigningHeld', { ...signatures, ...(itemId !== undefined && { itemId }) }, over);
export const signingCanceled = (over: object = {}) => of('SigningCanceled', { itemId: 'signing' }, over);

export const adopted = (over: object = {}, parties: readonly string[] | 'all' = 'all') =>
  of('AgreementAdopted', { agreementId: 'accord', mode: 'consensus', parties }, over);
export const outlined = (status: string, over: object = {}) =>
  of(
    'AgreementOutlined',
    { agreementId: 'accord', reportedBy: 'vox', status, terms: [{ n: 1, issue: 'peace', content: 'peace' }] },
    over,
  );
export const withdrawn = (party: string, over: object = {}) =>
  of('EndorsementWithdrawn', { agreementId: 'accord', party, medium: 'tweet' }, over);
export const concluded = (over: object = {}) =>
  of('SummitConcluded', { manner: 'as_planned', agreement: 'none' }, over);

export const retracted = (recordId: string, over: object = {}) =>
  note(
    STREAM,
    'RecordRetracted',
    { target: `${STREAM}/${recordId}`, reason: 'it is not so', by: 'ledger' },
    over,
  );
