import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';

/** Reads a file of JSON lines, gzip'd where its name says so. */
export function readLines<T>(file: string): T[] {
  const content = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(content) : content).toString('utf8');
  const lines = text.split('\n').filter((line) => line !== '');
  // What the lines hold is the concern of whoever wrote the file: it is only read beside its writer.
  return lines.map((line) => JSON.parse(line) as T);
}

/** Writes what `readLines` reads: the same lines always give the same bytes. */
export function writeLines(file: string, lines: readonly object[]): void {
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  writeFileSync(file, file.endsWith('.gz') ? gzipSync(text, { level: 9 }) : text);
}
