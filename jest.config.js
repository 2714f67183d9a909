/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  // Two cores are what CI has; jest would leave one of them idle.
  maxWorkers: '100%',
  testMatch: ['**/*.test.ts'],
  transform: { '\\.ts$': '<rootDir>/scripts/jest-transform.cjs' },
  moduleNameMapper: {
    '^flowcdk$': '<rootDir>/src/index.ts',
    '^flowcdk/(provider|constructs|testing)$': '<rootDir>/src/$1/index.ts',
    '^flowcdk/testing/(jest|jest-globals)$': '<rootDir>/src/testing/$1.ts',
  },
};
