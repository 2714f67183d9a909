// Transforms the sources that have mutants: all of them are in the text, each behind a switch.
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { join, relative } = require('node:path');
const { compilerVersion, transpile } = require('../../packages/flowcdk/typescript/transpile.cjs');
const { areaOf } = require('./areas.cjs');
const { withSwitches } = require('./mutants.cjs');

const root = join(__dirname, '../..');
const version = createHash('sha256')
  .update(compilerVersion)
  .update(readFileSync(join(__dirname, 'mutants.cjs')))
  .digest('hex');

exports.process = (source, path) => {
  const file = relative(root, path);
  return transpile(path, areaOf(file) === undefined ? source : withSwitches(source, file));
};

exports.getCacheKey = (source, file) => createHash('sha256').update(version).update(file).update(source).digest('hex');
