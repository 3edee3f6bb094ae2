import { many, type Fields } from './fields.js';

const saidOfAll = {
  recordId: 'recordId?',
  disclosedAt: 'when?',
  embargoUntil: 'timestamp?',
  certainty: '=explicit|implied?',
  unknown: 'words?',
  note: 'words?',
};
const evidence = { sourceId: 'source', locator: 'words?', via: 'source?', kind: '=direct|second_hand?' };

/** What stands beside the data of a fact (§2.2). */
export const account: Fields = {
  ...saidOfAll,
  occurredAt: 'when',
  accordingTo: 'actor',
  sources: many(evidence, '+!source_required'),
  onContradiction: '=refuse|contest?',
};
/** What may stand beside the data of a record about another record. */
export const keepingAccount: Fields = {
  ...saidOfAll,
  occurredAt: 'when?',
  accordingTo: 'actor?',
  sources: many(evidence, '?'),
};
/** CorroborateRecord requires its evidence (§2.2). */
export const corroboratingAccount: Fields = {
  ...keepingAccount,
  sources: many(evidence, '+!source_required'),
};
