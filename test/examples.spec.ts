import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commandsByName } from '../src/commands.js';
import { Service, type Posting } from './service.js';

const stories = ['examples/hanoi-2019.ndjson', 'examples/vallo-2024.ndjson'];
const lines = stories.map((path) => readFileSync(path, 'utf8')).join('');
const names = readdirSync('examples/commands').map((file) => basename(file, '.json'));

describe('the examples', () => {
  let service: Service;
  beforeAll(async () => {
    service = await Service.start();
  });
  afterAll(() => service.remove());

  it('are accepted line by line', async () => {
    const outcomes = await service.import(lines);
    expect(outcomes.filter(({ status }) => status !== 201)).toEqual([]);
    expect(outcomes).toHaveLength(lines.trim().split('\n').length);
  });

  it('hold one of each command', () => {
    expect(names.sort()).toEqual([...commandsByName.keys()].sort());
  });

  it.each(names)('of %s is one of those lines', (command) => {
    const body: unknown = JSON.parse(readFileSync(`examples/commands/${command}.json`, 'utf8'));
    // What the lines hold was seen above.
    const postings = lines
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Posting);
    expect(postings).toContainEqual({ command, body });
  });
});
