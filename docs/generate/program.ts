import ts from 'typescript';

/** The files named, and all that they import, as the project's own settings read them. */
export function programOf(rootNames: readonly string[]): ts.Program {
  const { config } = ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path)) as {
    config: object;
  };
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, '.');
  return ts.createProgram({ rootNames, options });
}
