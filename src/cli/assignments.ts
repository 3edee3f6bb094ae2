import { parseJson } from '../http/json.js';
import { exitCodes, Failure, messageOf } from './failure.js';
import { isRow, type Row } from './render/row.js';

/** A body with values set in it, each given as `path=value`, such as `data.itemId=signing` or `sources.0.locator=L4`. */
export function withAssignments(body: Row, assignments: readonly string[]): Row {
  return assignments.reduce<Row>((changed, assignment) => {
    const [path, value] = cut(assignment);
    if (path === '' || value === undefined)
      throw new Failure(`"${assignment}" sets nothing; it looks like data.itemId=signing`, exitCodes.refused);
    const result = set(changed, path.split('.'), valueOf(value));
    return isRow(result) ? result : changed;
  }, body);
}

/** JSON where it is JSON (a number, true, a list …), else the text as it is. */
function valueOf(text: string): unknown {
  if (text.includes('\u{fffd}'))
    throw new Failure(`"${text}" holds bytes that are no UTF-8, or U+FFFD in their place`, exitCodes.refused);
  if (!isJson(text)) return text;
  try {
    return parseJson(Buffer.from(text));
  } catch (error) {
    throw new Failure(
      `"${text}" would not come out as it was written: ${messageOf(error)}`,
      exitCodes.refused,
    );
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function set(holder: unknown, [step, ...rest]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(holder) || (holder === undefined && /^\d+$/.test(step))) {
    const list: unknown[] = Array.isArray(holder) ? [...(holder as readonly unknown[])] : [];
    const place = Math.min(Number(step), list.length);
    list[place] = set(list[place], rest, value);
    return list;
  }
  const fields = isRow(holder) ? holder : {};
  return { ...fields, [step]: set(fields[step], rest, value) };
}

function cut(assignment: string): readonly [string, string?] {
  const at = assignment.indexOf('=');
  return at < 0 ? [assignment] : [assignment.slice(0, at), assignment.slice(at + 1)];
}
