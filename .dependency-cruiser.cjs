/** Imports point one way: http -> commands and views -> records and time -> events. The ledger knows no domain. */
const subjects = '^src/(registry|summit|statement|position|commitment|prediction|sanctions|record-keeping)/';

const only = (name, from, to) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: '\\.spec\\.ts$' },
  to: { path: '^(src|events|test)/', pathNot: to },
});

module.exports = {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    only('events-know-only-events', '^events/', '^events/'),
    only('time-knows-events', '^src/time/', '^(src/time|events)/'),
    only('ledger-knows-no-domain', '^src/ledger/', '^src/(ledger|time)/'),
    only('records-know-time-and-events', '^src/records/', '^(src/(records|time)|events)/'),
    only(
      'command-handling-knows-records-and-the-ledger',
      '^src/command-handling/',
      '^(src/(command-handling|records|time|ledger)|events)/',
    ),
    only(
      'subjects-know-command-handling',
      subjects,
      '^(src/(registry|summit|statement|position|commitment|prediction|sanctions|record-keeping|command-handling|records|time)|events)/',
    ),
    only(
      'views-know-no-shell',
      '^src/views/',
      '^(src/(views|summit/[a-z-]+|statement/words|records|time)|events)(/|\\.ts$)',
    ),
    only(
      'projection-knows-no-http',
      '^src/projection/',
      '^(src/(projection|records|command-handling|time|ledger|statement|views)|events)/',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.cjs'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
};
