import { IsIn, Matches } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { ADDRESS, Id, isEventType, Optional } from '../../../events/index.js';
import { START, type Filter } from '../../ledger/ledger.js';
import { Rejected } from '../../records/rejected.js';
import { placeOf, type ReaderPlace } from '../reader-place.js';
import { POSITION } from '../../time/ledger-position.js';

/** What a reader of events asks for. */
export interface EventQuery {
  readonly after: string;
  /** Of the ledger in which that was handed out, where the reader says so. */
  readonly epoch?: string;
  readonly limit: number;
  /** Whether lines go on live after history; frames always do. */
  readonly live: boolean;
  readonly filter: Filter;
  readonly summit?: string;
  /** Address of a record. */
  readonly record?: string;
  readonly format: EventFormat;
}

/** How an event is told: as the ledger's own, or as a CloudEvent. */
export const eventFormats = ['ledger', 'cloudevents'] as const;
export type EventFormat = (typeof eventFormats)[number];

const NAMES = /^[A-Za-z]+(,[A-Za-z]+)*$/;

/** The query parameters of `/v1/events`. */
export class EventParameters {
  /** Position after which to read. */
  @Optional()
  @Matches(POSITION, { message: '$property must be a position of the ledger' })
  after?: string;

  /** The `Ledger-Epoch` of the answer in which that position was handed out; another says that events are gone. */
  @Optional()
  @Matches(/^[0-9a-f]{1,8}$/, { message: '$property must be an epoch of the ledger' })
  epoch?: string;

  /** Events a page, for JSON. */
  @Optional()
  @Matches(/^([1-9]\d{0,2}|1000)$/, { message: '$property must be a whole number from 1 to 1000' })
  @JSONSchema({ type: 'integer', minimum: 1, maximum: 1000 })
  limit?: string;

  @Optional()
  @IsIn(['true', 'false'])
  @JSONSchema({ type: 'boolean', enum: [true, false] })
  live?: 'true' | 'false';

  /** Event types, separated by commas. */
  @Optional()
  @Matches(NAMES, { message: '$property must be event types separated by commas' })
  type?: string;

  /** Categories of streams, separated by commas. */
  @Optional()
  @Matches(NAMES, { message: '$property must be categories of streams separated by commas' })
  category?: string;

  @Optional()
  @Id()
  summit?: string;

  /** Address of a record: its own event, and those that are about it. */
  @Optional()
  @Matches(ADDRESS, { message: '$property must be a record address: <stream>/<recordId>' })
  record?: string;

  @Optional()
  @IsIn(eventFormats)
  format?: EventFormat;
}

const PAGE = '100';

/**
 * @param lastEventId what a reconnecting reader saw last; it wins over `after`
 * @throws Rejected `invalid` with every parameter that is wrong
 */
export function eventQuery(parameters: EventParameters, lastEventId?: string): EventQuery {
  const { after = START, limit = PAGE, live, type, category, format = 'ledger', ...concerning } = parameters;
  const last = lastEventId === undefined ? undefined : placeIn(lastEventId);
  return {
    after: last?.position ?? after,
    limit: Number(limit),
    live: live === 'true',
    filter: filterOf(type, category),
    ...concerning,
    ...(last && { epoch: last.epoch }),
    format,
  };
}

function placeIn(lastEventId: string): ReaderPlace {
  const place = placeOf(lastEventId);
  if (!place) throw invalid('Last-Event-ID', 'must be a position of the ledger');
  return place;
}

function filterOf(type: string | undefined, category: string | undefined): Filter {
  const types = type?.split(',');
  const unknown = types?.find((name) => !isEventType(name));
  if (unknown !== undefined) throw invalid('type', `there is no event type "${unknown}"`);
  const categories = category?.split(',');
  return { ...(types && { types }), ...(categories && { categories }) };
}

export function invalid(field: string, message: string): Rejected {
  return new Rejected('invalid', { fields: [{ field, message }] });
}
