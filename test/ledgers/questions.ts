import type { Service } from '../service.js';
import type { Question } from '../witness/answer.js';
import type { Contents } from '../witness/contents.js';
import {
  asked,
  changeQuestions,
  eventQuestions,
  parameterQuestions,
  viewQuestions,
  viewsOf,
  type Moments,
  type Query,
} from '../witness/questions.js';

/** Within and after each of the summits; of the examples in 2015, 2019 and 2024. */
const INSTANTS = ['2015-12-10T12:00:00Z', '2019-02-28T00:00:00+07:00', '2024-05-15T12:00:00+02:00'] as const;
const [BEFORE, AMID] = INSTANTS;
/** The summit that most of the random commands are about. */
const FULLEST = 'a';
/** A replay takes half a second in this summit; test/witness replays every view of a quieter one. */
const REPLAYED = /\/(schedule-vs-actual|timeline|open-questions)$/;

/** Everything that is asked about a ledger; nothing of it depends on the day on which it is asked. */
export async function questionsAbout(service: Service, contents: Contents): Promise<Question[]> {
  const views = await viewsOf(service);
  const head = { asOf: String(contents.head) };
  const moments = momentsOf(contents);
  const replayed = views.filter((view) => REPLAYED.test(view));
  const spans = spansOf(contents);
  return [
    ...viewQuestions(views, contents, moments),
    ...parameterQuestions(contents.summits, head),
    ...changeQuestions(views, contents.summits, { change: 'diff', spans }),
    ...changeQuestions(replayed, [FULLEST], { change: 'replay', spans: replaysOf(contents) }),
    ...eventQuestions(contents),
    ...beyond.map((query) => asked('/v1/summits', query)),
  ];
}

function momentsOf({ head, recordedAt }: Contents): Moments {
  const part = (share: number) => Math.round(head * share);
  const live = { asOf: String(head) };
  const positions = [0.15, 0.4, 0.6, 0.75, 0.9].map((share) => ({ asOf: String(part(share)) }));
  const times = [0.5, 0.85].map((share) => ({ asOf: recordedAt.get(part(share)) ?? '' }));
  const [, , middle, late] = positions;
  return {
    all: [
      live,
      ...positions,
      ...times,
      ...INSTANTS.flatMap((instant) => [{ at: instant }]),
      { publicAt: AMID },
      { at: AMID, publicAt: AMID, ...late },
    ],
    few: [live, ...(middle ? [middle] : []), { publicAt: AMID }],
  };
}

function spansOf({ head }: Contents): Query[] {
  const [from, to] = [String(Math.round(head * 0.7)), String(head)];
  return [
    { axis: 'asOf', from, to },
    { axis: 'at', from: BEFORE, to: AMID, asOf: to },
    { axis: 'publicAt', from: BEFORE, to: AMID, asOf: to },
  ];
}

function replaysOf({ head }: Contents): Query[] {
  const asOf = String(head);
  const [from, to] = ['2019-02-27T18:00:00+07:00', '2019-02-27T19:00:00+07:00'];
  return [
    { axis: 'asOf', from: String(head - 8), to: asOf },
    { axis: 'at', from, to, asOf },
    { axis: 'publicAt', from, to, asOf },
  ];
}

/** Moments that the ledger does not reach, and texts that are none. */
const beyond: readonly Query[] = [
  { asOf: '1000000' },
  { asOf: '2000-01-01T00:00:00Z' },
  { at: 'yesterday', publicAt: '2019-02-28' },
];
