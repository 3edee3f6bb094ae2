import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Code that gives the same answer whenever and wherever it is asked: history must replay to the same bytes. */
const pure = ['events/**/*.ts', 'src/time/**/*.ts', 'src/records/**/*.ts', 'src/views/**/*.ts'];
/** A command's file holds its pure decide and its two-line handler, so it may name what makes the handler. */
const deciding = [
  'registry',
  'summit',
  'statement',
  'position',
  'commitment',
  'prediction',
  'sanctions',
  'record-keeping',
].map((subject) => `src/${subject}/**/*.ts`);
const specs = ['**/*.spec.ts', 'test/**/*.ts', 'bench/**/*.ts'];

const impure = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'No clock in pure code.',
  },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'No clock in pure code.' },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'No random in pure code.',
  },
  {
    selector: "MemberExpression[object.property.name='Now'][object.object.name='Temporal']",
    message: 'No clock in pure code.',
  },
];
const impureGlobals = [
  'process',
  'performance',
  'crypto',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'console',
];
const ioModules = ['node:*', 'better-sqlite3', '@eventstore/*', 'fastify', 'pino', 'nestjs-pino'];

export default tseslint.config(
  { ignores: ['dist', 'data', 'coverage', 'node_modules'] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js', 'bin/*.js'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      complexity: ['error', 8],
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 4],
      eqeqeq: 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/unbound-method': ['error', { ignoreStatic: true }],
      // Events and facts are plain JSON, also where a class describes them.
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { ignoreRestSiblings: true, varsIgnorePattern: '^_', argsIgnorePattern: '^_' },
      ],
      // Nest's modules and the commands made by recording() are classes without members.
      '@typescript-eslint/no-extraneous-class': 'off',
      // The classes of events/ describe JSON; what is read back from the ledger are plain objects of that shape.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
    },
  },
  {
    files: pure,
    ignores: specs,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: [...ioModules, '@nestjs/*'], message: 'Pure code knows no framework and does no I/O.' },
          ],
        },
      ],
      'no-restricted-syntax': ['error', ...impure],
      'no-restricted-globals': ['error', ...impureGlobals],
    },
  },
  {
    files: deciding,
    ignores: specs,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: [...ioModules, '@nestjs/core', '@nestjs/platform-fastify'],
              message: 'Deciding does no I/O.',
            },
          ],
        },
      ],
      'no-restricted-syntax': ['error', ...impure],
      'no-restricted-globals': ['error', ...impureGlobals],
    },
  },
  {
    files: specs,
    rules: { 'max-lines-per-function': 'off', 'max-lines': 'off' },
  },
  {
    // The reference model reads as the page does that it was written from, sentence after sentence.
    files: ['test/reference/**/*.ts'],
    rules: { complexity: 'off', '@typescript-eslint/no-unnecessary-type-parameters': 'off' },
  },
  {
    files: ['**/*.js', '**/*.cjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: { console: 'readonly', module: 'writable', process: 'readonly', URL: 'readonly' },
    },
  },
);
