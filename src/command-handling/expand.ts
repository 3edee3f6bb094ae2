import type { MarkedValue } from '../../events/index.js';
import { expandWhen, TimeZoneRequired } from '../time/edtf.js';

/**
 * Replaces every time that came as a text by the When that it stands for, in `body` itself.
 * @param zone the summit's, for texts that name none; null when there is none to know
 * @returns the paths of timestamps that need a zone where none is known
 */
export function expandWhens(body: object, marks: readonly MarkedValue[], zone: string | null): string[] {
  return marks.flatMap((mark) => {
    if (mark.role !== 'when' || typeof mark.value !== 'string') return [];
    try {
      place(body, mark.path.split('.'), expanded(mark.value, mark.path, zone));
      return [];
    } catch (error) {
      if (error instanceof TimeZoneRequired) return [mark.path];
      throw error;
    }
  });
}

export function hasWrittenWhen(marks: readonly MarkedValue[]): boolean {
  return marks.some((mark) => mark.role === 'when' && typeof mark.value === 'string');
}

function expanded(text: string, path: string, zone: string | null): object {
  const when = expandWhen(text, zone);
  // In a patch the text stands for the whole time: nulls take the old words and links away.
  return path.includes('.patch.') ? { ...when, text: null, after: null, before: null } : when;
}

function place(holder: object, path: readonly string[], value: object): void {
  const [key, ...rest] = path;
  if (key === undefined) return;
  if (rest.length === 0) Reflect.set(holder, key, value);
  else place(Reflect.get(holder, key) as object, rest, value); // the path was found by walking this body
}
