/**
 * The fields of §2.3, one word each: what a value is, `[]` for a list, `[2]` for a list of at least two, `?` when
 * it may be absent, `!code` for the refusal that is told when it is missing.
 */
export type Field = string | { readonly fields: Fields; readonly list?: boolean; readonly rest?: string };
export interface Fields {
  readonly [name: string]: Field;
}

const many = (fields: Fields, rest = ''): Field => ({ fields, list: true, rest });
const one = (fields: Fields, rest = ''): Field => ({ fields, rest });

const meetingKind =
  'arrival|one_on_one|expanded|plenary|meal|press_conference|media_availability|ceremony|travel|other';
const term = { n: 'count', issue: 'slug', content: 'words', obligor: 'actor?', inExchangeFor: 'words?' };
const occasion = one({ meetingId: 'id?', text: 'words?' }, '?');
const planned = {
  plannedStart: 'wall?',
  plannedEnd: 'wall?',
  timeZone: 'zone?',
  place: 'words?',
  participants: 'actor[]?',
};

export const language = {
  SummitRegistered: {
    summitId: 'id',
    title: 'words',
    parties: 'actor[2]!parties_required',
    leaders: 'actor[]?',
    place: 'words',
    timeZone: 'zone!time_zone_required',
    seriesId: 'id?',
    ordinal: 'count?',
    previous: 'summit?',
    plannedDays: 'count?',
    labels: many({ party: 'actor', label: 'words' }, '?'),
  },
  SchedulePublished: {
    summitId: 'summit',
    publisher: 'actor',
    revision: 'number',
    day: 'date?',
    items: many({
      itemId: 'id',
      order: 'number',
      kind: `=${meetingKind}|signing`,
      title: 'words',
      ...planned,
      parentItemId: 'id?',
    }),
  },
  ScheduleItemChanged: {
    summitId: 'summit',
    itemId: 'id',
    change: '=rescheduled|moved|revised|reinstated',
    ...planned,
    title: 'words?',
    announcedBy: 'actor',
    publisher: 'actor?',
  },
  MeetingHeld: {
    summitId: 'summit',
    meetingId: 'id',
    itemId: 'id?',
    kind: `=${meetingKind}`,
    title: 'words',
    start: 'timestamp?',
    end: 'timestamp?',
    place: 'words?',
    participants: many(
      {
        actorId: 'actor',
        attendance: '=full|late|left_early|absent|represented_by|unknown?',
        representedBy: 'actor?',
      },
      '?',
    ),
    extent: '=full|cut_short|overran|unknown?',
    scheduled: '=yes|no|unknown?',
    summary: 'words?',
  },
  MeetingCanceled: {
    summitId: 'summit',
    itemId: 'id',
    canceledBy: 'actor?',
    announcedBy: 'actor?',
    announced: 'boolean',
    reason: 'words?',
    reasonAccordingTo: 'actor?',
  },
  SigningHeld: {
    summitId: 'summit',
    itemId: 'id?',
    agreements: many({ agreementId: 'id', title: 'words' }, '+!agreement_required'),
    signatories: many({ actorId: 'actor', forParty: 'actor' }, '+'),
    start: 'timestamp?',
    end: 'timestamp?',
    place: 'words?',
  },
  SigningCanceled: {
    summitId: 'summit',
    itemId: 'id',
    agreementId: 'id?',
    canceledBy: 'actor?',
    announcedBy: 'actor?',
    reason: 'words?',
    reasonAccordingTo: 'actor?',
    papersReady: one({ value: 'boolean', accordingTo: 'actor', basis: 'record[]?' }, '?'),
  },
  AgreementOutlined: {
    summitId: 'summit',
    agreementId: 'id',
    title: 'words?',
    reportedBy: 'actor',
    status: '=draft|tentative|leaked|final_text',
    terms: many(term, '+!terms_required'),
  },
  AgreementAdopted: {
    summitId: 'summit',
    agreementId: 'id',
    mode: '=consensus|vote|joint_statement|communique|verbal',
    parties: 'actorsOrAll',
    terms: many(term, '?'),
    reservations: many({ party: 'actor', content: 'words' }, '?'),
  },
  EndorsementWithdrawn: {
    summitId: 'summit',
    agreementId: 'id',
    party: 'actor',
    medium: 'words',
    reason: 'words?',
  },
  SummitConcluded: {
    summitId: 'summit',
    manner: '=as_planned|cut_short|extended|called_off',
    agreement: '=none|partial|full',
    endedBy: 'actor?',
    reason: 'words?',
  },
  FollowUpAnnounced: {
    summitId: 'summit',
    level: '=leaders|ministers|teams',
    status: '=planned|expected|not_planned',
    content: 'words',
    when: 'when?',
    place: 'words?',
  },
  StatementIssued: {
    statementId: 'id',
    summitIds: 'summit[]',
    speaker: 'actor!unknown_actor',
    role: 'words?',
    affiliation: 'actor?',
    onBehalfOf: 'actor?',
    occasion,
    medium: 'words?',
    genre: '=statement|assessment|background',
    form: '=quote|paraphrase|declined_to_answer',
    quotes: 'words[]?',
    paraphrase: 'words?',
    language: 'words?',
    interpreted: 'boolean?',
    question: 'words?',
    topic: 'slug?',
    editorialInsertions: 'words[]?',
    about: 'record[]?',
    allowDuplicate: 'boolean?',
  },
  PositionTaken: {
    summitId: 'summit',
    party: 'actor',
    issue: 'slug',
    kind: '=goal|demand|offer|condition|red_line|stance|undisclosed',
    phase: '=before|at_table|after?',
    content: 'words',
    addressedTo: 'actor?',
    basis: 'record[]?',
  },
  CommitmentMade: {
    commitmentId: 'id',
    summitIds: 'summit[]',
    promisor: 'actor',
    promisee: 'actor',
    form: '=verbal|written|signed',
    issue: 'slug',
    content: 'words',
    quotes: 'words[]?',
    condition: 'words?',
    deadline: 'when?',
    occasion,
    attribution: '=self|reported_by_promisee|third_party',
    basis: 'record[]?',
  },
  CommitmentAssessed: {
    commitmentId: 'id',
    status: '=in_the_works|stalled|compromise|kept|broken|superseded',
    assessor: 'actor',
    basis: 'record[1]!basis_required',
  },
  PredictionMade: {
    predictionId: 'id',
    summitIds: 'summit[]',
    by: 'actor',
    claim: 'words',
    quotes: 'words[]?',
    rationale: 'words?',
    about: 'record[]?',
    horizon: 'words?',
    hedge: 'words?',
    condition: 'words?',
    probability: 'probability?',
    criteria: 'words?',
    basis: 'record[]?',
  },
  PredictionResolved: {
    predictionId: 'id',
    outcome: '=fulfilled|partly|defied|unresolvable',
    resolvedBy: 'actor',
    basis: 'record[1]!basis_required',
  },
  SanctionsReported: {
    regimeId: 'id',
    summitIds: 'summit[]?',
    imposer: 'actor',
    target: 'actor',
    status: '=in_force|continues|eased|lifted|extended',
    measures: 'words[]?',
    scope: 'words?',
    releaseCondition: 'words?',
  },
  SourceRegistered: {
    sourceId: 'id',
    kind: '=article|schedule|statement|press_conference|interview|note|transcript|photo|video|document|post|other',
    publisher: 'actor?',
    title: 'words?',
    author: 'words?',
    publishedAt: 'published?',
    url: 'words?',
    retrievedAt: 'timestamp?',
    sha256: 'words?',
    credit: 'words?',
    via: 'source?',
    embargoUntil: 'timestamp?',
  },
  ActorRegistered: {
    actorId: 'id',
    kind: '=person|state|organization|office|collective|anonymous',
    names: 'words[]',
    memberships: many({ org: 'actor', role: 'words', from: 'date?', to: 'date?' }, '?'),
    description: 'words?',
    count: 'count?',
  },
  RecordCorroborated: { target: 'record', rendering: 'words?' },
  RecordDisputed: {
    target: 'record',
    field: 'words?',
    by: 'actor!account_required',
    counterRecord: 'record?',
  },
  RecordCorrected: {
    target: 'record',
    patch: one({
      data: 'patch?',
      occurredAt: 'whenPatch?',
      disclosedAt: 'whenPatch?',
      embargoUntil: 'timestamp?',
      accordingTo: 'actor?',
      certainty: '=explicit|implied?',
    }),
    reason: 'words!reason_required',
    cause: '=error|new_information|source_corrected',
  },
  RecordRetracted: { target: 'record', reason: 'words', by: '=ledger|publisher', replacedBy: 'record?' },
  RecordsMerged: { survivor: 'record', duplicates: 'record[1]', reason: 'words' },
} as const satisfies Record<string, Fields>;

export type Type = keyof typeof language;

const told = {
  recordId: 'recordId?',
  disclosedAt: 'when?',
  embargoUntil: 'timestamp?',
  certainty: '=explicit|implied?',
  unknown: 'words?',
  note: 'words?',
};
const evidence = { sourceId: 'source', locator: 'words?', via: 'source?', kind: '=direct|second_hand?' };

/** What stands beside the data of a fact (§2.2). */
export const account: Fields = {
  ...told,
  occurredAt: 'when',
  accordingTo: 'actor',
  sources: many(evidence, '+!source_required'),
  onContradiction: '=refuse|contest?',
};
/** What may stand beside the data of a record about another record. */
export const keepingAccount: Fields = {
  ...told,
  occurredAt: 'when?',
  accordingTo: 'actor?',
  sources: many(evidence, '?'),
};
/** CorroborateRecord requires its evidence (§2.2). */
export const corroboratingAccount: Fields = {
  ...keepingAccount,
  sources: many(evidence, '+!source_required'),
};

/** §2.5: one command for each event type. */
export const commands = {
  RegisterSource: 'SourceRegistered',
  RegisterActor: 'ActorRegistered',
  RegisterSummit: 'SummitRegistered',
  PublishSchedule: 'SchedulePublished',
  ChangeScheduleItem: 'ScheduleItemChanged',
  RecordMeetingHeld: 'MeetingHeld',
  RecordMeetingCanceled: 'MeetingCanceled',
  RecordSigningHeld: 'SigningHeld',
  RecordSigningCanceled: 'SigningCanceled',
  OutlineAgreement: 'AgreementOutlined',
  RecordAgreementAdopted: 'AgreementAdopted',
  RecordEndorsementWithdrawn: 'EndorsementWithdrawn',
  ConcludeSummit: 'SummitConcluded',
  AnnounceFollowUp: 'FollowUpAnnounced',
  RecordStatement: 'StatementIssued',
  RecordPosition: 'PositionTaken',
  RecordCommitment: 'CommitmentMade',
  AssessCommitment: 'CommitmentAssessed',
  RecordPrediction: 'PredictionMade',
  ResolvePrediction: 'PredictionResolved',
  ReportSanctions: 'SanctionsReported',
  CorroborateRecord: 'RecordCorroborated',
  DisputeRecord: 'RecordDisputed',
  CorrectRecord: 'RecordCorrected',
  RetractRecord: 'RecordRetracted',
  MergeRecords: 'RecordsMerged',
} as const satisfies Record<string, Type>;

export type CommandName = keyof typeof commands;

/** What a record of a type may hold: its account and its data. */
export function recordFields(type: Type): Fields {
  const data = { data: { fields: language[type] } };
  if (type === 'ActorRegistered' || type === 'SourceRegistered') return data;
  const isKeeping = /^Records?(Corroborated|Disputed|Corrected|Retracted|Merged)$/.test(type);
  return { ...(isKeeping ? keepingAccount : account), ...data };
}
