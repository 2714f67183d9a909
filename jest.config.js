/** `npm run test:full` runs every test whole; see packages/flowcdk/test/private/thorough.ts. */
const isThorough = process.env.FLOWCDK_TEST === 'thorough';

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: '<rootDir>/scripts/jest-environment.cjs',
  runtime: '<rootDir>/scripts/jest-runtime.cjs',
  roots: ['<rootDir>/test', '<rootDir>/packages', '<rootDir>/applications'],
  // Two cores are what CI has; jest would leave one of them idle.
  maxWorkers: '100%',
  // Each test file leaves something behind, and a worker with a large heap spends a quarter of its time collecting it.
  workerIdleMemoryLimit: '700MB',
  // Virtual time gives way to the event loop, so jest's limit counts; a machine with much else to do needs longer.
  testTimeout: 20_000,
  testMatch: ['**/test/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/packages/[^/]+/dist/'],
  // Templates of projects are tested as projects: packages/flowcdk/test/init. Tests in a browser are `npm run test:browser`.
  testPathIgnorePatterns: [
    '/node_modules/',
    '<rootDir>/packages/flowcdk/templates/',
    '<rootDir>/packages/[^/]+/test/browser/',
    ...(isThorough ? [] : ['\\.full\\.test\\.ts$']),
  ],
  transform: { '\\.ts$': '<rootDir>/packages/flowcdk/typescript/jest-transform.cjs' },
  // The packages run from their sources: what is built of them may be older.
  moduleNameMapper: {
    '^flowcdk$': '<rootDir>/packages/flowcdk/src/index.ts',
    '^flowcdk/(application|constructs|events|settings|testing|testing/runs|testing/services|testing/traffic)$':
      '<rootDir>/packages/flowcdk/src/$1/index.ts',
    '^flowcdk/(templates|triggers)$': '<rootDir>/packages/flowcdk/src/$1.ts',
    '^flowcdk/testing/timeline$': '<rootDir>/packages/flowcdk/src/inspect/timeline/index.ts',
    '^flowcdk/testing/(jest|jest-globals)$': '<rootDir>/packages/flowcdk/src/testing/$1.ts',
    '^@electric-sql/pglite$': '<rootDir>/scripts/jest-pglite.cjs',
    '^typescript$': '<rootDir>/scripts/jest-typescript.cjs',
    '^@flowcdk/back-office$': '<rootDir>/packages/back-office/src/index.ts',
    '^@flowcdk/provider-genesyscloud$': '<rootDir>/packages/provider-genesyscloud/src/index.ts',
    '^@flowcdk/provider-genesyscloud/cdktf$': '<rootDir>/packages/provider-genesyscloud/src/cdktf.ts',
    '^@flowcdk/provider-genesyscloud/lib/(.*)$': '<rootDir>/packages/provider-genesyscloud/src/$1.ts',
    '^@flowcdk/provider-genesyscloud/tables$': '<rootDir>/packages/provider-genesyscloud/src/tables/index.ts',
    '^@flowcdk/data-action-engines$': '<rootDir>/packages/data-action-engines/src/index.ts',
    '^@flowcdk/data-action-engines/text-cursor$': '<rootDir>/packages/data-action-engines/src/text-cursor.ts',
    '^@flowcdk/data-action-engines/(java|json-path|velocity)$':
      '<rootDir>/packages/data-action-engines/src/$1/index.ts',
  },
};
