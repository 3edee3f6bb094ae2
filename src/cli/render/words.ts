import { text, texts, type Row } from './row.js';

/** A value of an enumeration as words. */
export function spoken(value: string): string {
  return value.replaceAll('_', ' ');
}

/** What was said: every quote as printed, else in other words, else that no answer was given. */
export function wordsOf(statement: Row): string {
  const quotes = texts(statement, 'quotes');
  if (quotes.length > 0) return quotes.map((quote) => `“${quote}”`).join(' … ');
  return text(statement, 'paraphrase') ?? `declined to answer: ${text(statement, 'question') ?? '–'}`;
}
