import type { Fold } from './fold.js';
import { commands } from '../language/language.js';
import { list, maybe, part, str, type Body, type Command, type Data, type Rec } from './record.js';
import { expanded } from './time.js';

/** The summits that a record is about, the first giving its zone to texts that stand for times. */
export function summitsOf(record: Pick<Rec, 'type' | 'data'>, fold: Fold): readonly string[] {
  const { type, data } = record;
  const of = (made: Rec['type'], id: string) => {
    const found = fold.all.find(
      (one) => one.type === made && one.data[id] === data[id] && !fold.isRetracted(one.address),
    );
    return found ? summitsOf(fold.effective(found), fold) : [];
  };
  if (type === 'CommitmentAssessed') return of('CommitmentMade', 'commitmentId');
  if (type === 'PredictionResolved') return of('PredictionMade', 'predictionId');
  const about = type === 'SanctionsReported' ? undefined : (maybe(data, 'target') ?? maybe(data, 'survivor'));
  const target = about === undefined ? undefined : fold.find(about);
  if (target) return summitsOf(fold.effective(target), fold);
  return data['summitId'] === undefined ? list(data, 'summitIds') : [str(data, 'summitId')];
}

/** The zone of texts without one (rule 2.6.5). */
export function zoneOf({ name, body }: Command, fold: Fold): string | null {
  const data = part(body, 'data') ?? {};
  if (name === 'RegisterSummit') return String(data['timeZone']);
  const [summitId] = summitsOf({ type: commands[name], data }, fold);
  const registered = fold.all.find(
    (one) => one.type === 'SummitRegistered' && one.data['summitId'] === summitId,
  );
  return registered ? (maybe(fold.effective(registered).data, 'timeZone') ?? null) : null;
}

/**
 * A body with its texts that stand for times filled in, where they can be: a timestamp without offset in no
 * known zone is left for the check that refuses it.
 */
export function withTimes(body: Data, zone: string | null): Body {
  const fill = (value: unknown) => (typeof value === 'string' ? (expanded(value, zone) ?? value) : value);
  const filled = (held: Data, ...names: string[]): Data => ({
    ...held,
    ...Object.fromEntries(
      names.flatMap((name) => (held[name] === undefined ? [] : [[name, fill(held[name])]])),
    ),
  });
  const data = filled(part(body, 'data') ?? {}, 'deadline', 'when');
  const patch = part(data, 'patch');
  return {
    ...filled(body, 'occurredAt', 'disclosedAt'),
    data: patch ? { ...data, patch: asWhole(filled(patch, 'occurredAt', 'disclosedAt'), patch) } : data,
  };
}

/** In a patch a text stands for the whole time, so that it takes the words and links of the old one away. */
function asWhole(filled: Data, given: Data): Data {
  const texts = ['occurredAt', 'disclosedAt'].filter((name) => typeof given[name] === 'string');
  const whole = (value: unknown) =>
    typeof value === 'object' ? { ...value, text: null, after: null, before: null } : value;
  return { ...filled, ...Object.fromEntries(texts.map((name) => [name, whole(filled[name])])) };
}
