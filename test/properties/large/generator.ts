import { actor, source } from '../../http/postings.js';
import type { Posting } from '../../service.js';
import { registration } from '../../summit-x.js';
import { at, of, SPEAKERS } from './telling.js';
import { judged, said, wanted } from './accounts.js';
import { Chance } from './chance.js';
import { KEEPINGS, keepings } from './keepings.js';
import { outcomes, programme } from './programme.js';

const SIZE = 5_000;

/**
 * A summit of ten days with everything in it, and what was corrected, retracted and restored of it: 5,000 records
 * in lists, of which each needs only those before it.
 */
export function largeSummit(): Posting[][] {
  const chance = new Chance(7);
  const first = [...registry(), ...programme(chance), ...outcomes(chance), ...wanted(chance)];
  const then = judged(chance);
  const words = said(chance, SIZE - KEEPINGS - 1 - first.length - then.length);
  const end = of(
    'ConcludeSummit',
    { manner: 'extended', agreement: 'full' },
    { ...at('2019-02-28'), recordId: 'end' },
  );
  return [first, then, words, [...keepings(chance, [...first, ...then, ...words]), end]];
}

function registry(): Posting[] {
  return [
    ...['us', 'dprk', 'cnbc', 'wh', 'vox'].map((id) => actor(id)),
    ...Array.from({ length: SPEAKERS }, (_, i) => actor(`speaker.${i}`, { kind: 'person' })),
    source('S01', 'cnbc'),
    of(
      'RegisterSummit',
      { ...registration, timeZone: '+00:00' },
      { ...at('2019-02-18'), recordId: 'registered' },
    ),
  ];
}
