export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['ts-jest', { useESM: true, diagnostics: false }] },
  // Some specs start the service, on machines that have much else to do.
  testTimeout: 30_000,
  // Two services that wait for each other's disk are faster side by side.
  maxWorkers: 2,
  testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/events/**/*.spec.ts', '<rootDir>/test/**/*.spec.ts'],
  // Those run by npm run test:slow.
  testPathIgnorePatterns: ['/node_modules/', '\\.slow\\.spec\\.ts$'],
};
