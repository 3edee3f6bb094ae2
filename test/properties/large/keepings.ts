import { note } from '../../http/postings.js';
import type { Body, Posting } from '../../service.js';
import type { Chance } from './chance.js';

const CORRECTIONS = 450;
const CORRECTED_AGAIN = 50;
const RETRACTIONS = 120;
const RESTORED = 30;
export const KEEPINGS = CORRECTIONS + CORRECTED_AGAIN + RETRACTIONS + RESTORED;

/** What is put in the place of what was told, by its command; none of a kind that is not corrected here. */
const patches: Readonly<Record<string, (data: Body, n: number) => object>> = {
  RecordStatement: (_data, n) => ({ quotes: [`corrected${n} about word${n % 50}`] }),
  RecordPosition: (_data, n) => ({ content: `wish anew ${n}` }),
  ChangeScheduleItem: (_data, n) => ({ place: `room anew ${n}` }),
  RecordMeetingHeld: ({ start }) => ({ start: `${String(start).slice(0, 10)}T19:30:00Z` }),
  AssessCommitment: ({ status }) => ({ status: status === 'kept' ? 'broken' : 'kept' }),
  ResolvePrediction: ({ outcome }) => ({ outcome: outcome === 'defied' ? 'fulfilled' : 'defied' }),
};
const RETRACTED = [...Object.keys(patches), 'RecordMeetingCanceled', 'RecordCommitment'];

/** Corrections, some of them corrected in turn; then retractions, some of them retracted in turn. */
export function keepings(chance: Chance, told: readonly Posting[]): Posting[] {
  const corrected = chance.some(
    CORRECTIONS,
    told.filter(({ command }) => command in patches),
  );
  const corrections = corrected.map((posting, n) => correction(posting, n));
  const again = chance.some(
    CORRECTED_AGAIN,
    corrected.flatMap((posting, n) => (posting.command === 'RecordStatement' ? [{ posting, n }] : [])),
  );
  const retracted = chance.some(
    RETRACTIONS,
    told.filter(({ command }) => RETRACTED.includes(command)),
  );
  const retractions = retracted.map((posting, n) => retraction(addressOf(posting), `gone${n}`));
  const restored = chance
    .some(
      RESTORED,
      retracted.map((posting, n) => `${streamOf(posting)}/gone${n}`),
    )
    .map((target, n) => retraction(target, `back${n}`));
  return [...corrections, ...again.map(correctedAgain), ...retractions, ...restored];
}

function correction(posting: Posting, n: number): Posting {
  const data = patches[posting.command]?.(posting.body['data'] as Body, n); // every posting has data
  return corrects(addressOf(posting), { data }, `fixed${n}`);
}

function correctedAgain({ posting, n }: { readonly posting: Posting; readonly n: number }): Posting {
  const data = { patch: { data: { quotes: [`corrected again${n} about word${n % 50}`] } } };
  return corrects(`${streamOf(posting)}/fixed${n}`, { data }, `again${n}`);
}

function corrects(target: string, patch: object, recordId: string): Posting {
  return note('CorrectRecord', { target, patch, reason: 'misread', cause: 'error' }, { recordId });
}

function retraction(target: string, recordId: string): Posting {
  return note('RetractRecord', { target, reason: 'it is not so', by: 'ledger' }, { recordId });
}

function addressOf(posting: Posting): string {
  return `${streamOf(posting)}/${String(posting.body['recordId'])}`;
}

const CATEGORIES = {
  statementId: 'statement',
  commitmentId: 'commitment',
  predictionId: 'prediction',
} as const;

function streamOf({ body }: Posting): string {
  const data = body['data'] as Body; // every posting has data
  for (const [field, category] of Object.entries(CATEGORIES))
    if (field in data) return `${category}-${String(data[field])}`;
  return 'party' in data ? `position-x:${String(data['party'])}` : 'summit-x';
}
