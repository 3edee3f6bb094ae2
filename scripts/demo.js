// `npm run demo`: builds what has changed since the last build, then runs `summit-ledger demo`.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const BUILT = 'dist/src/cli/main.js';

function changedAt(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .reduce((latest, { parentPath, name }) => Math.max(latest, statSync(join(parentPath, name)).mtimeMs), 0);
}

function isBuilt() {
  return existsSync(BUILT) && statSync(BUILT).mtimeMs >= Math.max(changedAt('src'), changedAt('events'));
}

if (isBuilt() || spawnSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' }).status === 0) {
  process.argv.splice(2, 0, 'demo');
  await import('../bin/summit-ledger.js');
} else {
  console.error('The project could not be built; the lines above say why.');
  process.exitCode = 1;
}
