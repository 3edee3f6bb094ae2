import { summitsIn } from '../../../events/index.js';
import { heldAt, recordsIn, type Dossier } from '../../records/dossier.js';
import { streamOf } from '../../records/recorded.js';
import { wordingsIn } from '../../records/wordings.js';
import { comparePositions } from '../../time/ledger-position.js';
import { namedBy } from './moving-shelf.js';

/**
 * The dossiers of a summit, with all that they rest on, as the ledger goes on: those of a stream are in from where
 * a record in it belongs to the summit, or from where one that is in names the stream. What was once told stays
 * told, so that none ever leaves.
 */
export class DossiersOverTime {
  /** The dossiers in which a record came, by its position. */
  private readonly touched: ReadonlyMap<string, ReadonlySet<Dossier>>;
  /** All that came so far, in or not, by stream and address. */
  private readonly held = new Map<string, Map<string, Dossier>>();
  private readonly read = new Set<string>();

  /** @param inTheEnd whole, in the order of positions */
  constructor(
    private readonly inTheEnd: readonly Dossier[],
    private readonly summitId: string,
  ) {
    const touched = new Map<string, Set<Dossier>>();
    for (const dossier of inTheEnd)
      for (const { position } of recordsIn(dossier)) {
        const others = touched.get(position) ?? new Set();
        touched.set(position, others.add(dossier));
      }
    this.touched = touched;
  }

  /** The positions after one and up to another at which any of them becomes another, in order. */
  positionsWithin(after: string, until: string): readonly string[] {
    const within = (one: string) => comparePositions(one, after) > 0 && comparePositions(one, until) <= 0;
    return [...this.touched.keys()].filter(within).sort(comparePositions);
  }

  /** Those that are in at a position from which to go on. */
  beginAt(position: string): readonly Dossier[] {
    return this.grown(this.inTheEnd.flatMap((dossier) => heldAt(dossier, position) ?? []));
  }

  /** Those that came in, or became others, at the next of the positions; each as it is then. */
  goOnTo(position: string): readonly Dossier[] {
    const touched = this.touched.get(position) ?? [];
    return this.grown([...touched].flatMap((dossier) => heldAt(dossier, position) ?? []));
  }

  private grown(versions: readonly Dossier[]): readonly Dossier[] {
    for (const version of versions) this.hold(version);
    const grown = versions.filter((version) => this.read.has(version.record.stream) || this.belongs(version));
    // What is pushed while it is walked is walked, too.
    for (const version of grown)
      for (const stream of [version.record.stream, ...namedBy(version).map(streamNamed)]) {
        if (this.read.has(stream)) continue;
        this.read.add(stream);
        grown.push(...(this.held.get(stream)?.values() ?? []));
      }
    return [...new Set(grown)].sort((a, b) => comparePositions(a.record.position, b.record.position));
  }

  private hold(version: Dossier): void {
    const { stream, address } = version.record;
    const neighbors = this.held.get(stream) ?? new Map<string, Dossier>();
    this.held.set(stream, neighbors.set(address, version));
  }

  private belongs(version: Dossier): boolean {
    return wordingsIn(version).some(({ data }) => summitsIn(data)?.includes(this.summitId));
  }
}

function streamNamed(name: string): string {
  return name.includes('/') ? streamOf(name) : name;
}
