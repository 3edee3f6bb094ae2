import type { Service } from '../service.js';
import type { Question } from './answer.js';
import type { Contents } from './contents.js';

/** A query that fixes what a view is asked for: without the clock, or the answer would be another tomorrow. */
export type Query = Readonly<Record<string, string>>;

/** When a ledger is asked about. */
export interface Moments {
  /** For what there is little of: every view of every summit. */
  readonly all: readonly Query[];
  /** For what there is much of: actors, sources, records. */
  readonly few: readonly Query[];
}

export const asked = (path: string, query: Query): Question => {
  const parameters = new URLSearchParams(query).toString();
  return { path: parameters === '' ? path : `${path}?${parameters}` };
};

/** The addresses of the views, as the service describes itself: a later edition has more of them. */
export async function viewsOf(service: Service): Promise<string[]> {
  const { body } = await service.get<{ paths: object }>('/openapi.json');
  const own = /^\/v1\/(?!commands|events|streams)/;
  return Object.keys(body.paths).filter((path) => own.test(path));
}

/** Every view of everything that a ledger holds, at every moment, and once of what it does not hold. */
export function viewQuestions(views: readonly string[], contents: Contents, moments: Moments): Question[] {
  return views.flatMap((view) => {
    const times = /\/(actors|sources|records)\//.test(view) ? moments.few : moments.all;
    const { there, absent } = addressesOf(view, contents);
    return [
      ...there.flatMap((path) => times.map((query) => asked(path, query))),
      ...absent.flatMap((path) => times.slice(0, 1).map((query) => asked(path, query))),
    ];
  });
}

interface Addresses {
  readonly there: readonly string[];
  readonly absent: readonly string[];
}

/** A view's addresses: one for each thing that it can be asked about. */
function addressesOf(view: string, contents: Contents): Addresses {
  const { summits, series, actors, sources } = contents;
  const filled = (name: string, ids: readonly string[], absent = 'nowhere'): Addresses => ({
    there: ids.map((id) => view.replace(name, id)),
    absent: [view.replace(name, absent)],
  });
  if (view.includes('{summit}')) return filled('{summit}', summits);
  if (view.startsWith('/v1/series/')) return filled('{id}', series);
  if (view.startsWith('/v1/actors/')) return filled('{id}', actors);
  if (view.startsWith('/v1/sources/')) return filled('{id}', sources);
  if (view.startsWith('/v1/records/'))
    return filled('{stream}/{recordId}', sampleOf(contents), 'summit-nowhere/none');
  if (view.includes('{')) throw new Error(`the witness does not know what to ask ${view} about`);
  return { there: [view], absent: [] };
}

/** What has a history, and every fourth of the others. */
const sampleOf = ({ records, spokenOf }: Contents) =>
  records.filter((record, index) => spokenOf.has(record) || index % 4 === 0);

/** What became of each view of some summits along spans of the axes. */
export function changeQuestions(
  views: readonly string[],
  summits: readonly string[],
  { change, spans }: { readonly change: 'diff' | 'replay'; readonly spans: readonly Query[] },
): Question[] {
  const ofSummits = views.filter((view) => view.includes('{summit}') && !view.endsWith('.ics'));
  return summits.flatMap((summit) =>
    ofSummits.flatMap((view) =>
      spans.map((span) => ({
        ...asked(`${view.replace('{summit}', summit)}/${change}`, span),
        ...(change === 'replay' && { accept: 'application/x-ndjson' }),
      })),
    ),
  );
}

/** The views that take parameters, with some that pass over rows and some that do not. */
export function parameterQuestions(summits: readonly string[], head: Query): Question[] {
  const ofSummits = summits.flatMap((summit) =>
    summitParameters.map(([view, query]) => asked(`/v1/summits/${summit}/${view}`, { ...query, ...head })),
  );
  return [
    ...ofSummits,
    ...wideParameters.map(([view, query]) => asked(`/v1/${view}`, { ...query, ...head })),
  ];
}

const summitParameters: readonly (readonly [string, Query])[] = [
  ['schedule-vs-actual', { tolerance: '0' }],
  ['schedule-vs-actual', { tolerance: '60', publisher: 'cnbc' }],
  ['schedule-vs-actual', { tolerance: 'some' }],
  ['official-schedule', { publisher: 'us.white-house' }],
  ['official-schedule', { publisher: 'wh' }],
  ['positions', { party: 'dprk' }],
  ['positions', { issue: 'sanctions' }],
  ['positions', { color: 'red' }],
  ['predictions', { by: 'okun' }],
  ['statements', { speaker: 'us.trump', limit: '3' }],
  ['statements', { affiliation: 'us' }],
];

const wideParameters: readonly (readonly [string, Query])[] = [
  ['statements', { q: 'right deal' }],
  ['statements', { q: '"no rush"' }],
  ['statements', { q: 'Hà Nội' }],
  ['statements', { party: 'us', genre: 'assessment' }],
  ['statements', { form: 'declined_to_answer' }],
  ['statements', { topic: 'sanctions', to: '2019-02-28T00:00:00Z' }],
  ['statements', { limit: '2' }],
  ['predictors', { by: 'us.trump' }],
  ['sanctions', { target: 'dprk' }],
];

/** The events themselves, in both of the formats in which they are told, and as lines. */
export function eventQuestions({ summits, streams, spokenOf }: Contents): Question[] {
  const events = (query: Query) => asked('/v1/events', { limit: '1000', ...query });
  return [
    events({}),
    events({ format: 'cloudevents' }),
    { path: '/v1/events', accept: 'application/x-ndjson' },
    asked('/v1/events', { after: '10', limit: '3' }),
    events({ category: 'prediction,commitment' }),
    ...summits.map((summit) => events({ summit })),
    ...[...spokenOf].slice(0, 5).map((record) => events({ record })),
    ...streams
      .filter((_, index) => index % 10 === 0)
      .map((stream) => asked(`/v1/streams/${stream}/events`, {})),
  ];
}
