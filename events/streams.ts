interface StreamTraits {
  readonly fields: readonly string[];
  readonly isRegistry?: true;
}

/**
 * The categories of streams, and the fields of an event's data that name one: the stream of a position is
 * `position-<summitId>:<party>`. What is registered is what other records refer to by its id.
 */
export const streams = {
  summit: { fields: ['summitId'] },
  statement: { fields: ['statementId'] },
  position: { fields: ['summitId', 'party'] },
  commitment: { fields: ['commitmentId'] },
  prediction: { fields: ['predictionId'] },
  sanctions: { fields: ['regimeId'] },
  actor: { fields: ['actorId'], isRegistry: true },
  source: { fields: ['sourceId'], isRegistry: true },
} as const satisfies Readonly<Record<string, StreamTraits>>;

export type StreamCategory = keyof typeof streams;

/** Whether the streams of a category hold what other records refer to by its id. */
export function isRegistry(category: string): boolean {
  const known: Readonly<Record<string, StreamTraits>> = streams;
  return known[category]?.isRegistry === true;
}
