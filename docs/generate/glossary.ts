import { readFileSync } from 'node:fs';
import type { Meanings } from '../../src/http/documents/meanings.js';

const ROW = /^\| `([\w.]+)` +\| (.+?) +\|$/gm;

/** What docs/glossary.md says that fields mean. */
export function glossary(): Meanings {
  const rows = readFileSync('docs/glossary.md', 'utf8').matchAll(ROW);
  return Object.fromEntries([...rows].map(([, field = '', meaning = '']) => [field, meaning]));
}
