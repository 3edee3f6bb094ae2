import { ofType, type Fact } from '../../records/fact.js';

/** Who belongs to whom, by the memberships of the actors among the facts. */
export class Memberships {
  private constructor(private readonly orgsOf: ReadonlyMap<string, readonly string[]>) {}

  static of(facts: readonly Fact[]): Memberships {
    const actors = ofType('ActorRegistered', facts).map(({ data }) => data);
    return new Memberships(
      new Map(actors.map(({ actorId, memberships = [] }) => [actorId, memberships.map(({ org }) => org)])),
    );
  }

  /** Whether an actor is that party, or belongs to it at any number of removes (rule 2.6.23). */
  belongsTo(actorId: string, party: string): boolean {
    return this.of(actorId).has(party);
  }

  /** The actor, and all that it belongs to. */
  of(actorId: string): ReadonlySet<string> {
    const reached = new Set([actorId]);
    // A set that grows while it is walked is walked to its end.
    for (const reachedId of reached) for (const org of this.orgsOf.get(reachedId) ?? []) reached.add(org);
    return reached;
  }
}
