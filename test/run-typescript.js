// Lets Node run this project's TypeScript without building it: `node --import ./test/run-typescript.js <file.ts>`.
// Node's own type stripping knows neither decorators nor imports that end in `.js`.
import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath, URL } from 'node:url';
import ts from 'typescript';

const { compilerOptions } = ts.readConfigFile(
  fileURLToPath(new URL('../tsconfig.json', import.meta.url)),
  ts.sys.readFile,
).config;

registerHooks({
  resolve(specifier, context, nextResolve) {
    if (!/^\.{1,2}\/.*\.js$/.test(specifier)) return nextResolve(specifier, context);
    const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
    return nextResolve(existsSync(source) ? source.href : specifier, context);
  },
  load(url, context, nextLoad) {
    if (!url.endsWith('.ts') || url.includes('/node_modules/')) return nextLoad(url, context);
    const fileName = fileURLToPath(url);
    const { outputText } = ts.transpileModule(readFileSync(fileName, 'utf8'), {
      fileName,
      compilerOptions: { ...compilerOptions, module: 'esnext', inlineSourceMap: true, sourceMap: false },
    });
    return { format: 'module', source: outputText, shortCircuit: true };
  },
});
