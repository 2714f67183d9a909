// Lets `require` load TypeScript. What was compiled lies in `node_modules/.cache/flowcdk` of the project, named by the
// content of its source, so it is never out of date. The maps stay with `originalPlace`: with Node's own source maps
// on, each of the nine hundred modules of a run would have its map looked for, which takes longer than a synthesis.
const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { addHook } = require('pirates');
const { compilerVersion, transpile } = require('./transpile.cjs');
const { keepMap } = require('../dist/ground/original-place.js');

addHook(compiled, { exts: ['.ts', '.cts'] });

function compiled(source, file) {
  const name = createHash('sha256').update(compilerVersion).update(file).update(source).digest('hex');
  const folder = cacheOf(file);
  const cached = folder && join(folder, `${name}.js`);
  const text = (cached && read(cached)) ?? freshly(source, file, cached);
  keepMap(file, text);
  return text;
}

function freshly(source, file, cached) {
  const { code, map } = transpiled(source, file);
  const text = `${code}\n//# sourceMappingURL=data:application/json;base64,${Buffer.from(map).toString('base64')}\n`;
  if (cached) keep(cached, text);
  return text;
}

/** What is no TypeScript is said the way Node says it of JavaScript: the file and the line first. */
function transpiled(source, file) {
  try {
    return transpile(file, source);
  } catch (problem) {
    const [, message, line = '1', column = '1'] =
      /^(?:Error transforming .*?: )?(.*?)(?: \((\d+):(\d+)\))?$/s.exec(problem.message) ?? [];
    const error = new SyntaxError(message);
    error.stack = `${file}:${line}:${column}\nSyntaxError: ${message}`;
    throw error;
  }
}

/** The cache of the project that a file belongs to; undefined where nothing is installed. */
function cacheOf(file) {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'node_modules'))) return join(folder, 'node_modules/.cache/flowcdk/typescript');
  }
  return undefined;
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Written beside and then renamed: two processes may compile the same file. A cache that cannot be written is none. */
function keep(file, text) {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, text);
    renameSync(draft, file);
  } catch {
    // The file is compiled again next time.
  }
}
