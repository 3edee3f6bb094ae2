import { join } from 'node:path';
import { recorded, type Recorded } from '../../../src/records/recorded.js';
import { readLines } from '../../witness/lines.js';
import { because, becausePerField } from '../because-per-field.js';
import type { Difference } from '../difference.js';
import type { Stored } from '../stored.js';

interface Event extends Stored {
  readonly metadata: { readonly recordedBy: string; readonly recordedAt: string };
  readonly data: Readonly<Record<string, unknown>>;
}

function records(): Recorded[] {
  return readLines<Event>(join(import.meta.dirname, 'events.ndjson')).map((event) =>
    recorded({
      ...event,
      position: String(event.position),
      recordedAt: event.metadata.recordedAt,
      metadata: { recordedBy: event.metadata.recordedBy },
    }),
  );
}

/** What later editions answer otherwise, and why. */
export const differences: readonly Difference[] = [
  {
    why: 'domain.md §3.11: because holds the records that the field rests on, no others',
    question: /\/(?:diff|replay)\?/,
    becomes: becausePerField(records()),
  },
  {
    why: 'domain.md §3.11: an assessment names its basis, which was merged, but was not known before either',
    question: '/v1/summits/hanoi-2019/commitments/diff?axis=asOf&from=262&to=374',
    becomes: because('assessments', ['commitment-lake-ferry/A06']),
  },
];
