import type { Body, Service } from '../service.js';

/** What a ledger holds that can be asked about, each in the order in which it was first recorded. */
export interface Contents {
  readonly head: number;
  readonly summits: readonly string[];
  readonly series: readonly string[];
  readonly actors: readonly string[];
  readonly sources: readonly string[];
  readonly streams: readonly string[];
  /** Addresses. */
  readonly records: readonly string[];
  /** The records that others are about: what was corrected, retracted, merged, disputed or corroborated. */
  readonly spokenOf: ReadonlySet<string>;
  /** When what lies at a position was recorded. */
  readonly recordedAt: ReadonlyMap<number, string>;
}

export interface StoredEvent {
  readonly position: string;
  readonly stream: string;
  readonly record: string;
  readonly recordedAt: string;
  readonly data: { readonly data: Body };
}

/** Learned from the events by their streams and fields alone: later editions may name their types otherwise. */
export async function contentsOf(service: Service): Promise<Contents> {
  const events = await eventsOf(service);
  const streams = distinct(events.map(({ stream }) => stream));
  const ids = (category: string) =>
    streams.filter((name) => name.startsWith(category)).map((name) => name.slice(category.length));
  const records = distinct(events.map(({ record }) => record));
  return {
    head: events.length,
    summits: ids('summit-'),
    series: distinct(events.flatMap(({ data }) => textsIn(data.data['seriesId']))),
    actors: ids('actor-'),
    sources: ids('source-'),
    streams,
    records,
    spokenOf: new Set(
      events.flatMap(({ data }) => spokenOfIn(data.data)).filter((one) => records.includes(one)),
    ),
    recordedAt: new Map(events.map(({ position, recordedAt }) => [Number(position), recordedAt])),
  };
}

/** Every event, page by page. */
export async function eventsOf(service: Service): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for (let after = '0', caughtUp = false; !caughtUp;) {
    interface Page {
      readonly events: readonly StoredEvent[];
      readonly position: string;
      readonly caughtUp: boolean;
    }
    const { body } = await service.get<Page>(`/v1/events?limit=1000&after=${after}`);
    events.push(...body.events);
    ({ position: after, caughtUp } = body);
  }
  return events;
}

const spokenOfIn = ({ target, counterRecord, survivor, duplicates }: Body) =>
  [target, counterRecord, survivor, duplicates].flatMap(textsIn);

function textsIn(value: unknown): string[] {
  return [value].flat().filter((one) => typeof one === 'string');
}

const distinct = <T>(all: readonly T[]) => [...new Set(all)];
