import { categoryOf, type Filter, type LedgerEvent } from './ledger.js';

/** Whether a reader with this filter sees the event. An empty list lets nothing through. */
export function passes(event: Pick<LedgerEvent, 'type' | 'stream'>, filter: Filter = {}): boolean {
  const { types, categories } = filter;
  return (types?.includes(event.type) ?? true) && (categories?.includes(categoryOf(event.stream)) ?? true);
}
