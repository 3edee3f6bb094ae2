#!/usr/bin/env node
// Written for any Node that knows modules: one that is too old has to be told so in words, not by a syntax error.
import { existsSync } from 'node:fs';

const NEEDED = 24;
const entry = new URL('../dist/src/cli/main.js', import.meta.url);

if (Number(process.versions.node.split('.')[0]) < NEEDED)
  refuse(
    `summit-ledger needs Node.js ${NEEDED} or newer, and this is ${process.versions.node}; ` +
      'in the project, "npx --no summit-ledger" runs it on the one that was installed with it.',
  );
else if (!existsSync(entry)) refuse('summit-ledger has not been built yet: run "npm run build" first.');
else import(entry.href);

function refuse(sentence) {
  console.error(sentence);
  process.exitCode = 1;
}
