import { NoParameters, view } from '../definition.js';
import { Programme } from '../../summit/programme.js';
import { unsupported, withoutOwnAccount } from './evidence.js';
import { contested, danglingLinks, retractedBases } from './links.js';
import { leftOpen, withoutHorizon } from './claims.js';
import { outsideTheirDay, withoutReport } from './items.js';
import type { OpenQuestion } from './question.js';
import { factsOfSummit } from '../knowledge/summit-facts.js';
import type { Rows, View } from '../view.js';

export type { OpenQuestion } from './question.js';

export interface OpenQuestionsQuestion {
  readonly summitId: string;
}

/** What a desk has still to find out about a summit (domain.md §3.12). */
export const openQuestions: View<OpenQuestionsQuestion, Rows<OpenQuestion>> = (
  facts,
  moment,
  { summitId },
) => {
  const programme = Programme.of(summitId, facts);
  const own = factsOfSummit(facts, summitId);
  return {
    rows: [
      ...withoutReport(facts, moment, summitId),
      ...outsideTheirDay(programme),
      ...withoutOwnAccount(programme.parties, own, facts),
      ...unsupported(own, facts),
      ...withoutHorizon(own, facts),
      ...contested(own, facts),
      ...retractedBases(own),
      ...danglingLinks(own, facts),
      ...leftOpen(own),
    ],
  };
};

export const openQuestionsView = view('openQuestions', {
  name: 'open-questions',
  about: 'summit',
  asks: 'What is still to be found out?',
  title: 'What is still to find out',
  parameters: NoParameters,
  identity: ['question', 'subject'],
  answer: (facts, moment, summitId) => openQuestions(facts, moment, { summitId }),
});
