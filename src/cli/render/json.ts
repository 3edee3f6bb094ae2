import { rows, type Row } from './row.js';

/** An answer as JSON to read. */
export function asJson(answer: Row): string {
  return harmless(JSON.stringify(answer, undefined, 2));
}

/** The rows of an answer, or the answer itself where it has none, as a line of JSON each. */
export function asJsonLines(answer: Row): string {
  const listed = 'rows' in answer ? rows(answer, 'rows') : [answer];
  return listed.map((row) => harmless(JSON.stringify(row))).join('\n');
}

/** JSON leaves the control characters after ASCII as they are; a terminal may obey them. */
function harmless(json: string): string {
  return json.replace(/[\u007f-\u009f]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`);
}
