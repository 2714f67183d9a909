// TypeScript for jest, with nothing native: `transform: { '\\.ts$': 'flowcdk/jest-transform' }`.
const { createHash } = require('node:crypto');
const { compilerVersion, transpile } = require('./transpile.cjs');

// Exported one by one, so that Node knows the names when an ECMAScript module imports them.
exports.process = (source, file) => transpile(file, source);

exports.getCacheKey = (source, file) =>
  createHash('sha256').update(compilerVersion).update(file).update(source).digest('hex');
