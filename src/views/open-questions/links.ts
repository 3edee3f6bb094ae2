import { eventTypes, marksIn, When, headlineOf } from '../../../events/index.js';
import type { Fact } from '../../records/fact.js';
import { Disputes } from '../knowledge/disputes.js';
import { restingOn } from '../view.js';
import type { OpenQuestion } from './question.js';

/** @param own the facts of the summit, among all that are known */
export function contested(own: readonly Fact[], facts: readonly Fact[]): OpenQuestion[] {
  const disputes = Disputes.of(facts);
  return own
    .filter((fact) => disputes.areOpen([fact]))
    .map((fact) => ({
      question: 'contested',
      subject: fact.record,
      text: headlineOf(fact),
      ...restingOn([fact]),
    }));
}

export function retractedBases(own: readonly Fact[]): OpenQuestion[] {
  return own.flatMap((fact) =>
    fact.retractedBases === undefined
      ? []
      : [
          {
            question: 'basis_retracted',
            subject: fact.record,
            text: fact.retractedBases.join(', '),
            ...restingOn([fact]),
          },
        ],
  );
}

/** The addresses that facts name as a link in time, as a basis or as what they are about, and that lead nowhere. */
export function danglingLinks(own: readonly Fact[], facts: readonly Fact[]): OpenQuestion[] {
  const standing = new Set(facts.flatMap(addressesOf));
  const links = own.flatMap((fact) =>
    linksOf(fact)
      .filter((address) => !standing.has(address) && !fact.retractedBases?.includes(address))
      .map((address) => ({ address, fact })),
  );
  return [...Map.groupBy(links, ({ address }) => address)].map(([address, naming]) => ({
    question: 'dangling_link',
    subject: address,
    text: null,
    ...restingOn(naming.map(({ fact }) => fact)),
  }));
}

function addressesOf({ record, duplicates = [], corrections, corroborations, disputes }: Fact): string[] {
  const about = [...corroborations, ...disputes].map((kept) => kept.record);
  return [record, ...duplicates, ...corrections, ...about];
}

function linksOf({ type, data, occurredAt }: Fact): string[] {
  return [...marksIn(When.prototype, occurredAt), ...marksIn(eventTypes[type].prototype, data)]
    .filter(({ role }) => role === 'record')
    .map(({ value }) => String(value));
}
