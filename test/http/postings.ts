import { account, day } from '../given.js';
import type { Body, Posting } from '../service.js';
import { item, meeting, registration, signatures, signing } from '../summit-x.js';

/** A command that tells a fact with the usual account; `over` replaces parts of it. */
export function tell(command: string, data: object, over: object = {}): Posting {
  return { command, body: { ...account, ...over, data } };
}

/** A command of the registry, or about other records: no account unless given. */
export function note(command: string, data: object, over: object = {}): Posting {
  return { command, body: { ...over, data } };
}

export const actor = (actorId: string, data: object = {}) =>
  note('RegisterActor', { actorId, kind: 'organization', names: [actorId.toUpperCase()], ...data });
export const source = (sourceId: string, publisher: string) =>
  note('RegisterSource', { sourceId, kind: 'article', publisher });

/** Everybody and every source that the postings below name. */
export const registry: readonly Posting[] = [
  ...['us', 'dprk', 'vn', 'cnbc', 'vox', 'wh'].map((actorId) => actor(actorId)),
  actor('us.trump', { kind: 'person', memberships: [{ org: 'us', role: 'President' }] }),
  actor('dprk.kim', { kind: 'person', memberships: [{ org: 'dprk', role: 'leader' }] }),
  actor('anon', { kind: 'anonymous', names: [], description: 'somebody who knows' }),
  source('S01', 'cnbc'),
  source('S02', 'vox'),
];

/** The commands of one summit, whose days are February 27 and 28, 2019; told by CNBC unless said otherwise. */
export class SummitPostings {
  constructor(readonly id: string) {}

  /** Address of a record of the summit's stream. */
  record(recordId: string): string {
    return `summit-${this.id}/${recordId}`;
  }

  of(command: string, data: object, over: object = {}): Posting {
    return tell(command, { summitId: this.id, ...data }, over);
  }

  registered(over: Body = {}): Posting {
    return this.of('RegisterSummit', { ...registration, summitId: this.id }, over);
  }

  published(items: readonly object[], data: object = {}, over: object = {}): Posting {
    const plan = { publisher: 'wh', revision: 1, items, ...data };
    return this.of('PublishSchedule', plan, { occurredAt: day('2019-02-20'), recordId: 'plan', ...over });
  }

  /** With a lunch, a dinner and a signing on its schedule. */
  programme(): readonly Posting[] {
    const items = [item('lunch'), item('dinner', { order: 2 }), { ...signing, order: 3 }];
    return [this.registered({ recordId: 'registered' }), this.published(items)];
  }

  changed(itemId: string, data: object = {}, over: object = {}): Posting {
    const change = { itemId, change: 'revised', announcedBy: 'wh', ...data };
    return this.of('ChangeScheduleItem', change, { recordId: 'changed', ...over });
  }

  held(itemId?: string, data: object = {}, over: object = {}): Posting {
    const what = { ...meeting, ...(itemId !== undefined && { itemId, meetingId: itemId }), ...data };
    return this.of('RecordMeetingHeld', what, { recordId: 'held', ...over });
  }

  canceled(itemId = this.id, over: object = {}): Posting {
    return this.of('RecordMeetingCanceled', { itemId, announced: true }, { recordId: 'canceled', ...over });
  }

  signed(itemId?: string, data: object = {}, over: object = {}): Posting {
    const what = { ...signatures, ...(itemId !== undefined && { itemId }), ...data };
    return this.of('RecordSigningHeld', what, { recordId: 'signed', ...over });
  }

  signingCanceled(data: object = {}, over: object = {}): Posting {
    const what = { itemId: 'signing', ...data };
    return this.of('RecordSigningCanceled', what, { recordId: 'unsigned', ...over });
  }

  outlined(data: object = {}, over: object = {}): Posting {
    const terms = [{ n: 1, issue: 'peace', content: 'a declaration' }];
    const what = { agreementId: 'accord', reportedBy: 'vox', status: 'tentative', terms, ...data };
    return this.of('OutlineAgreement', what, { recordId: 'outlined', ...over });
  }

  adopted(data: object = {}, over: object = {}): Posting {
    const what = { agreementId: 'accord', mode: 'consensus', parties: 'all', ...data };
    return this.of('RecordAgreementAdopted', what, { recordId: 'adopted', ...over });
  }

  withdrawn(party: string, over: object = {}): Posting {
    const what = { agreementId: 'accord', party, medium: 'post' };
    return this.of('RecordEndorsementWithdrawn', what, { recordId: 'withdrawn', ...over });
  }

  concluded(data: object = {}, over: object = {}): Posting {
    const what = { manner: 'as_planned', agreement: 'none', ...data };
    return this.of('ConcludeSummit', what, { recordId: 'concluded', ...over });
  }

  /** Of Trump, unless told otherwise. */
  said(statementId: string, data: object = {}, over: object = {}): Posting {
    const words = { genre: 'statement', form: 'quote', quotes: [`Words of ${statementId}.`] };
    const what = { statementId, summitIds: [this.id], speaker: 'us.trump', ...words, ...data };
    return tell('RecordStatement', what, { recordId: 'said', ...over });
  }

  retracted(target: string, over: object = {}): Posting {
    return note('RetractRecord', { target, reason: 'It is not so.', by: 'ledger' }, over);
  }

  corrected(target: string, patch: object, data: object = {}): Posting {
    return note('CorrectRecord', { target, patch, reason: 'A slip.', cause: 'error', ...data });
  }
}
