import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { ProjectionLagging } from '../../src/projection/projection-failures.js';
import { ProjectedFactLookup } from '../../src/projection/projected-fact-lookup.js';
import type { Fact } from '../../src/records/fact.js';
import { streamOf } from '../../src/records/recorded.js';
import { fact, ledgerOf, note, type TestEvent } from '../given.js';
import { factsFile, removeScratchFolders, type FactsFile } from './facts-files.js';

const said = (id: string, over: object = {}, account: object = {}) =>
  fact(
    `statement-${id}`,
    'StatementIssued',
    {
      statementId: id,
      summitIds: ['hanoi'],
      speaker: 'anon-1',
      genre: 'statement',
      form: 'quote',
      quotes: ['No rush.', 'Sometimes you walk'],
      ...over,
    },
    account,
  );
const correct = (target: string, data: object) =>
  note(streamOf(target), 'RecordCorrected', { target, patch: { data }, reason: 'wrong', cause: 'error' });
const retract = (target: string) =>
  note(streamOf(target), 'RecordRetracted', { target, reason: 'wrong', by: 'ledger' });
const resolved = (id: string, ...basis: string[]) =>
  fact(`prediction-${id}`, 'PredictionResolved', {
    predictionId: id,
    outcome: 'defied',
    resolvedBy: 'cnbc',
    basis,
  });

const files: FactsFile[] = [];
afterEach(() => files.splice(0).forEach((file) => file[Symbol.dispose]()));
afterAll(removeScratchFolders);

/** What is recollected of a history that is projected no earlier than somebody waits for it. */
function recollecting(...events: readonly TestEvent[]): ProjectedFactLookup {
  const file = factsFile();
  files.push(file);
  const history = ledgerOf(events);
  const reach = (wanted: string) => {
    const reached = file.projector.take(history);
    return Number(reached) < Number(wanted)
      ? Promise.reject(new ProjectionLagging(reached, wanted))
      : Promise.resolve();
  };
  return new ProjectedFactLookup(file.facts, { reach }, () => String(history.length));
}

const addresses = (facts: readonly Fact[]) => facts.map(({ record }) => record);

describe('the facts that name an actor', () => {
  it('are found in any field, and in what is said of others', async () => {
    const dispute = note('statement-q2', 'RecordDisputed', { target: 'statement-q2/0', by: 'anon-1' });
    const facts = await recollecting(
      said('q1'),
      said('q2', { speaker: 'us.trump' }),
      dispute,
      said('q3', { speaker: 'us.trump' }, { accordingTo: 'anon-1' }),
      said('q4', { speaker: 'us.trump' }),
    ).naming('anon-1');
    expect(addresses(facts)).toEqual(['statement-q1/0', 'statement-q2/1', 'statement-q3/0']);
  });

  it('are those that stand, in their last wording', async () => {
    const facts = await recollecting(
      said('q1'),
      retract('statement-q1/0'),
      said('q2'),
      correct('statement-q2/0', { speaker: 'us.trump' }),
      said('q3'),
      retract('statement-q3/0'),
      retract('statement-q3/1'),
    ).naming('anon-1');
    expect(addresses(facts)).toEqual(['statement-q3/0']);
  });
});

describe('the same words', () => {
  it('are those of the same speaker, whatever the case and punctuation', async () => {
    const lookup = recollecting(
      said('q1'),
      said('q2', { speaker: 'us.trump' }),
      said('q3', { quotes: ['no rush'] }),
      said('q4', { quotes: ['rush'] }),
    );
    const facts = await lookup.sameWords('anon-1', ['NO RUSH!', 'no rush']);
    expect(addresses(facts)).toEqual(['statement-q1/0', 'statement-q3/0']);
  });

  it('are looked for in the wordings that stand', async () => {
    const lookup = recollecting(
      said('q1'),
      correct('statement-q1/0', { quotes: ['No hurry'] }),
      said('q2', { quotes: ['Hurry'] }),
      retract('statement-q2/0'),
    );
    expect(await lookup.sameWords('anon-1', ['No rush', 'Hurry'])).toEqual([]);
    expect(addresses(await lookup.sameWords('anon-1', ['no hurry']))).toEqual(['statement-q1/0']);
  });
});

describe('the merges of records', () => {
  const merge = (survivor: string, ...duplicates: string[]) =>
    note(streamOf(survivor), 'RecordsMerged', { survivor, duplicates, reason: 'same' });

  it('are found for duplicates in other streams, and not for the survivor', async () => {
    const lookup = recollecting(said('q1'), said('q2'), merge('statement-q1/0', 'statement-q2/0'));
    const merges = await lookup.mergesOf(['statement-q1/0', 'statement-q2/0', 'statement-q9/0']);
    expect(addresses(merges)).toEqual(['statement-q1/1']);
    expect(await lookup.mergesOf(['statement-q1/0'])).toEqual([]);
  });

  it('are not those that were retracted', async () => {
    const lookup = recollecting(
      said('q1'),
      said('q2'),
      merge('statement-q1/0', 'statement-q2/0'),
      retract('statement-q1/1'),
    );
    expect(await lookup.mergesOf(['statement-q2/0'])).toEqual([]);
  });
});

describe('what rests on nothing', () => {
  it('has no basis left that stands, as of the position asked for', async () => {
    const lookup = recollecting(
      said('q1'),
      said('q2'),
      resolved('p1', 'statement-q1/0'),
      resolved('p2', 'statement-q1/0', 'statement-q2/0'),
      resolved('p3', 'statement-q1/0'),
      retract('prediction-p3/0'),
      retract('statement-q1/0'),
      retract('statement-q2/0'),
    );
    expect(addresses(await lookup.restingOnNothing('statement-q1/0', '6'))).toEqual([]);
    expect(addresses(await lookup.restingOnNothing('statement-q1/0', '7'))).toEqual(['prediction-p1/0']);
    expect(addresses(await lookup.restingOnNothing('statement-q1/0', '8'))).toEqual([
      'prediction-p1/0',
      'prediction-p2/0',
    ]);
  });

  it('is not told before the facts have reached that position', async () => {
    await expect(recollecting(said('q1')).restingOnNothing('statement-q1/0', '2')).rejects.toThrow(
      ProjectionLagging,
    );
  });
});
