// jest reads our TypeScript as the build does; nothing native is needed.
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { transpile } = require('./transpile.cjs');

const compiler = ['transpile.cjs', '../package-lock.json']
  .map((file) => readFileSync(join(__dirname, file), 'utf8'))
  .join('');

module.exports = {
  process: (source, file) => transpile(file, source),
  getCacheKey: (source, file) => createHash('sha256').update(compiler).update(file).update(source).digest('hex'),
};
