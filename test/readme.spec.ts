import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { crossSummitViews, summitViews } from '../src/views/catalogue.js';
import { stepsOf } from './pages/page.js';
import { Reader } from './pages/reader.js';

/** Each begins by starting a fresh service, and its commands run in the order of the page. */
const pages = ['README.md', 'docs/tour.md'];

describe.each(pages)('%s', (page) => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await Reader.open();
  });
  afterAll(() => reader.close());

  const steps = stepsOf(readFileSync(page, 'utf8'));

  it.each(steps)('says at line $line what is answered', async (step) => {
    expect(await reader.run(step)).toEqual([]);
  });
});

describe('the tables of README.md', () => {
  const readme = readFileSync('README.md', 'utf8');
  const named = [...readme.matchAll(/^\| `([^`/]+)/gm)].map(([, name]) => name);

  it('name every view', () => {
    expect(named).toEqual(
      expect.arrayContaining([...summitViews, ...crossSummitViews].map(({ name }) => name)),
    );
  });

  it('name every variable of the environment, and no other', () => {
    const [config, shell] = ['src/config.ts', 'src/cli/shell.ts'].map((path) => readFileSync(path, 'utf8'));
    const read = [...`${config}${shell}`.matchAll(/(?:text|whole|one|env)\('([A-Z_]+)'/g)].map(
      ([, name]) => name,
    );
    expect(named.filter((name) => name && /^[A-Z_]+$/.test(name)).sort()).toEqual(read.sort());
  });
});
