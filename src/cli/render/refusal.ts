import { rows, text, texts, type Row } from './row.js';

/** Why the service said no, in a sentence, then a line for each thing that is wrong or in the way. */
export function refusal(problem: Row): string {
  return [`${text(problem, 'code') ?? 'refused'}: ${reason(problem)}`, ...inTheWay(problem)].join('\n  ');
}

export function reason(problem: Row): string {
  return text(problem, 'detail') ?? text(problem, 'title') ?? '';
}

/** What has to change before the same command is taken. */
export function inTheWay(problem: Row): readonly string[] {
  const records = texts(problem, 'records');
  const fields = rows(problem, 'fields').map((fault) => {
    const field = text(fault, 'field');
    const message = text(fault, 'message') ?? '';
    return field === undefined || field === '' ? message : `${field}: ${message}`;
  });
  return [...(records.length > 0 ? [`in the way: ${records.join(', ')}`] : []), ...fields];
}
