import { exitCodes, Failure } from './failure.js';
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
  try {
    return JSON.parse(text);
  } catch {
    return text;
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
