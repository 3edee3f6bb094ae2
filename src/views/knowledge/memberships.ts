import { ofType, type Fact } from '../../records/fact.js';

/** Who belongs to whom, by the memberships of the actors among the facts. */
export class Memberships {
  /** @param orgsOf what an actor is told to be a member of */
  constructor(private readonly orgsOf: (actorId: string) => readonly string[]) {}

  static of(facts: readonly Fact[]): Memberships {
    const actors = new Map(ofType('ActorRegistered', facts).map((fact) => [fact.data.actorId, fact]));
    return new Memberships((actorId) => orgsIn(actors.get(actorId)));
  }

  /** Whether an actor is that party, or belongs to it at any number of removes (rule 2.6.23). */
  belongsTo(actorId: string, party: string): boolean {
    return this.of(actorId).has(party);
  }

  /** The actor, and all that it belongs to. */
  of(actorId: string): ReadonlySet<string> {
    const reached = new Set([actorId]);
    // A set that grows while it is walked is walked to its end.
    for (const reachedId of reached) for (const org of this.orgsOf(reachedId)) reached.add(org);
    return reached;
  }
}

export function orgsIn(actor: Fact<'ActorRegistered'> | undefined): readonly string[] {
  return actor?.data.memberships?.map(({ org }) => org) ?? [];
}
