import { hash } from 'node:crypto';

/** JSON with sorted keys and no spaces (RFC 8785): the same text for values that say the same. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item)).join(',')}]`;
  if (typeof value !== 'object' || value === null)
    return value === undefined ? 'null' : JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, held]) => held !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, held]) => `${JSON.stringify(key)}:${canonical(held)}`);
  return `{${fields.join(',')}}`;
}

/** In hexadecimal digits, of a text in UTF-8. */
export function sha256(text: string): string {
  return hash('sha256', text, 'hex');
}
