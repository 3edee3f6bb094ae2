// `npm run docs`: writes the pages that come from the code.
import { writeFileSync } from 'node:fs';
import { pages } from './pages.js';

for (const [path, text] of pages()) writeFileSync(path, text);
