import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Dossiers, heldAt, type Dossier } from '../../src/records/dossier.js';
import { recorded } from '../../src/records/recorded.js';
import { queryTimeOf, type Moment } from '../../src/time/moment.js';
import { summitViews } from '../../src/views/catalogue.js';
import { applied, type Json } from '../../src/views/diff/changes.js';
import { modelOf } from '../../src/views/diff/compare.js';
import { knownAt } from '../../src/views/knowledge/known.js';
import { axes, type Axis } from '../../src/views/replay/axis.js';
import { courseOf, type Stretch } from '../../src/views/replay/course.js';
import { plannedTimes } from '../../src/views/replay/planned-times.js';
import { replay, type Step } from '../../src/views/replay/replay.js';
import { timesTold } from '../../src/views/replay/told-times.js';
import { ledgerOf, type TestEvent } from '../given.js';
import { hanoi } from '../hanoi.js';
import { momentOf } from '../ledger-with.js';
import { keepings } from './keepings.js';

const SUMMIT = 'hanoi-2019';

function stretchOf(events: readonly TestEvent[], axis: Axis, other: string | undefined): Stretch {
  const ledger = ledgerOf(events);
  const fixed = { ...(other !== undefined && axis !== 'publicAt' && { publicAt: other }) };
  const asOf = (position: string): Moment => ({
    ...momentOf({ ...fixed, asOf: Number(position) }, 0),
    queryTime: queryTimeOf({
      at: null,
      publicAt: other === undefined ? null : Date.parse(other),
      asOfTime: Date.parse(ledger[Number(position) - 1]?.recordedAt ?? '2026-01-01T00:00:00Z'),
      receivedAt: 0,
    }),
  });
  return {
    axis,
    summitId: SUMMIT,
    dossiers: [...Dossiers.of(ledger.map(recorded)).all()],
    begin: undefined,
    end: momentOf(fixed, events.length),
    asOf,
  };
}

/** All that is on record then, and not only what the summit rests on: an answer is to be the same. */
function factsAt({ dossiers }: Stretch, moment: Moment) {
  return knownAt(
    dossiers.flatMap((dossier: Dossier) => heldAt(dossier, moment.asOf) ?? []),
    moment,
  );
}

const others = fc.option(fc.constantFrom('2019-02-28T02:00:00Z', '2019-03-02T00:00:00Z'), { nil: undefined });

interface State {
  readonly moment: Moment;
  readonly answer: Json;
}

function statesIn(steps: Iterable<Step | undefined>): State[] {
  const states: State[] = [];
  for (const step of steps)
    if (step) states.push({ moment: step.moment, answer: answerAfter(states.at(-1), step) });
  return states;
}

function answerAfter(last: State | undefined, step: Step): Json {
  if (step.kind === 'snapshot') return step.answer;
  return step.kind === 'change' ? applied(last?.answer ?? {}, step) : (last?.answer ?? {});
}

/** None where the axis was not gone along so far. */
function lastBefore(states: readonly State[], axis: 'at' | 'publicAt', instant: number): State | undefined {
  return states.findLast(({ moment }) => (moment[axis] ?? Infinity) <= instant);
}

describe.each(axes)('what is known along the axis %s', (axis) => {
  it('is what is known at each moment of it', () =>
    fc.assert(
      fc.property(keepings, others, (kept, other) => {
        const stretch = stretchOf([...hanoi, ...kept], axis, other);
        const { knowledge, turns } = courseOf(stretch, () => false);
        let last: Moment | undefined;
        for (const turn of turns) {
          if (!turn) continue;
          const moment = turn.moment;
          const facts = knowledge.facts(() => true);
          expect(JSON.stringify(facts)).toBe(JSON.stringify(knownAt(knowledge.dossiers, moment)));
          if (last) expect(moment.queryTime).toBeGreaterThanOrEqual(last.queryTime);
          last = moment;
        }
        expect(last).toBe(stretch.end);
      }),
      { numRuns: 8 },
    ));

  it.each(summitViews)('is answered from by $name as at each moment', (view) =>
    fc.assert(
      fc.property(keepings, others, fc.array(fc.nat(), { maxLength: 12 }), (kept, other, picks) => {
        const stretch = stretchOf([...hanoi, ...kept], axis, other);
        const question = { view, subject: SUMMIT, parameters: new view.parameters() };
        const answerAt = (moment: Moment) =>
          modelOf(question, { dossiers: [], facts: factsAt(stretch, moment), moment });
        const states = statesIn(replay(question, stretch));
        expect(states.at(-1)?.answer).toEqual(answerAt(stretch.end));
        for (const { moment, answer } of states.filter((_, i) => i % 7 === 0))
          expect(answer).toEqual(answerAt(moment));
        if (axis === 'asOf') return;
        const told = [...stretch.dossiers.flatMap(timesTold), ...plannedTimes(stretch.dossiers)];
        for (const pick of picks) {
          const instant = (told[pick % told.length] ?? 0) + (pick % 3) - 1;
          const before = lastBefore(states, axis, instant);
          const moment = { ...stretch.end, [axis]: instant, queryTime: instant };
          // An axis that is left open is gone along to the instant that the end looks out from.
          if (before && instant <= stretch.end.queryTime) expect(before.answer).toEqual(answerAt(moment));
        }
      }),
      { numRuns: 2 },
    ),
  );
});

describe('what a view says that it is not concerned with', () => {
  it.each(summitViews.filter(({ concerns }) => concerns))('is nothing to $name', (view) =>
    fc.assert(
      fc.property(keepings, (kept) => {
        const stretch = stretchOf([...hanoi, ...kept], 'asOf', undefined);
        const question = { view, subject: SUMMIT, parameters: new view.parameters() };
        const facts = factsAt(stretch, stretch.end);
        const concerned = facts.filter((fact) => view.concerns?.(fact, SUMMIT));
        const answerFrom = (some: typeof facts) =>
          modelOf(question, { dossiers: [], facts: some, moment: stretch.end });
        expect(concerned.length).toBeLessThan(facts.length);
        expect(answerFrom(concerned)).toEqual(answerFrom(facts));
      }),
      { numRuns: 20 },
    ),
  );
});
