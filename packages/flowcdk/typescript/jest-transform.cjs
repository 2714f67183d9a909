// TypeScript for jest, with nothing native: `transform: { '\\.ts$': 'flowcdk/jest-transform' }`.
const { createHash } = require('node:crypto');
const { compilerVersion, transpile } = require('./transpile.cjs');

module.exports = {
  process: (source, file) => transpile(file, source),
  getCacheKey: (source, file) => createHash('sha256').update(compilerVersion).update(file).update(source).digest('hex'),
};
