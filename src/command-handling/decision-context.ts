import type { MarkedValue as Mark } from '../../events/index.js';
import type { Fact } from '../records/fact.js';
import { ofType } from '../records/fact.js';
import { streamOf } from '../records/recorded.js';
import type { StandingRecord, StreamState } from './stream-state.js';

/** What is known beyond the command's own stream, read before deciding. Deciding only looks. */
export class DecisionContext {
  constructor(
    private readonly states: ReadonlyMap<string, StreamState>,
    /** What the facts were asked for by the command's handler; empty unless it asked. */
    readonly lookedUp: readonly Fact[] = [],
  ) {}

  /** A source, actor or summit exists when its stream does. */
  exists(stream: string): boolean {
    return (this.states.get(stream)?.revision ?? -1) >= 0;
  }

  /** The records of a stream that stand; empty when the stream was not read or is not there. */
  facts(stream: string): readonly Fact[] {
    return this.states.get(stream)?.facts ?? [];
  }

  record(address: string): StandingRecord | undefined {
    return this.states.get(streamOf(address))?.find(address);
  }

  summit(summitId: string): Fact<'SummitRegistered'> | undefined {
    return ofType('SummitRegistered', this.facts(`summit-${summitId}`))[0];
  }

  actor(actorId: string): Fact<'ActorRegistered'> | undefined {
    return ofType('ActorRegistered', this.facts(`actor-${actorId}`))[0];
  }

  source(sourceId: string): Fact<'SourceRegistered'> | undefined {
    return ofType('SourceRegistered', this.facts(`source-${sourceId}`))[0];
  }
}

/** The streams of what the marked references name. */
export function streamsNamed(marks: readonly Mark[]): string[] {
  return marks.flatMap(({ role, value }) => {
    if (typeof value !== 'string' || role === 'when' || role === 'timestamp') return [];
    return role === 'record' ? [streamOf(value)] : [`${role}-${value}`];
  });
}
