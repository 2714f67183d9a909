const { join } = require('node:path');
const config = require('../../jest.config.js');

/** @type {import('jest').Config} */
module.exports = {
  ...config,
  rootDir: join(__dirname, '../..'),
  runner: join(__dirname, 'runner.cjs'),
  testEnvironment: join(__dirname, 'environment.cjs'),
  // Those of `test:full` alone take minutes, and most start processes of their own, which have no mutants.
  testPathIgnorePatterns: [...config.testPathIgnorePatterns, '\\.full\\.test\\.ts$'],
  transform: { '\\.ts$': join(__dirname, 'instrument.cjs') },
  reporters: [],
};
