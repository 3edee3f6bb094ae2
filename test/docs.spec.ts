import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { pages } from '../docs/generate/pages.js';

describe('the pages written from the code', () => {
  it.each([...pages()])('%s is what npm run docs writes now', (path, text) => {
    expect(readFileSync(path, 'utf8')).toBe(text);
  });
});
