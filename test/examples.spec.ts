import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { commandsByName } from '../src/commands.js';
import { Service, type Posting } from './service.js';

const stories = ['hanoi-2019', 'paris-2015', 'vallo-2024'].map((name) => `examples/${name}.ndjson`);
const names = readdirSync('examples/commands').map((file) => basename(file, '.json'));

describe('the examples', () => {
  it.each(stories)('of %s are accepted line by line', async (path) => {
    const service = await Service.start();
    try {
      const outcomes = await service.import(readFileSync(path, 'utf8'));
      expect(outcomes.filter(({ status }) => status !== 201)).toEqual([]);
      expect(outcomes).toHaveLength(linesOf(path).length);
    } finally {
      await service.remove();
    }
  });

  it('hold one of each command', () => {
    expect(names.sort()).toEqual([...commandsByName.keys()].sort());
  });

  it.each(names)('of %s is one of those lines', (command) => {
    const body: unknown = JSON.parse(readFileSync(`examples/commands/${command}.json`, 'utf8'));
    expect(stories.flatMap(linesOf)).toContainEqual({ command, body });
  });
});

function linesOf(path: string): readonly Posting[] {
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  // What the lines hold is seen above.
  return lines.map((line) => JSON.parse(line) as Posting);
}
