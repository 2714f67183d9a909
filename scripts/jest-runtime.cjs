// The module system of jest, with a memory: a worker finds, reads and compiles each module once and not once for each test
// file, which more than halves the time of the tests. Every test file still has modules of its own; what they share is the
// compiled text and the paths.
//
// This reaches into jest-runtime 30. Where another version has other parts, the tests run as jest runs them.
const { statSync } = require('node:fs');
const { sep } = require('node:path');
const { Script } = require('node:vm');
const { default: Runtime } = require('jest-runtime');

/** Modules by the names of their files: the text and what V8 has compiled of it, and whether the text names `jest`. */
const compiled = new Map();

/** Transformed files by their names, with the time and the size of the file that was read. */
const transformed = new Map();

/** The texts of jest's own modules by the names of their files. */
const internal = new Map();

/** For each resolver of jest: the path of a module by who names it and how. */
const paths = new WeakMap();

/** A map that outlives one test file: jest empties its maps when a file ends. */
class LastingMap extends Map {
  clear() {}
}

function lastingPaths(resolver) {
  if (!paths.has(resolver)) paths.set(resolver, new LastingMap());
  return paths.get(resolver);
}

/** The function of a module, not yet bound to the globals of a test file. */
function scriptOf(source, filename, parameters) {
  const known = compiled.get(filename);
  if (known?.source === source) return known.script;
  const head = `(function (${parameters.join(', ')}) {`;
  const script = new Script(`${head}${source}\n})`, { filename, columnOffset: -head.length });
  compiled.set(filename, { source, script, namesJest: source.includes('jest') });
  return script;
}

function rememberScripts(executor) {
  const compile = executor.compile.bind(executor);
  executor.compile = (source, filename) => {
    const context = executor.environment.getVmContext();
    // An `import()` belongs to one test file. A mistake in the text is for jest to report.
    if (context === null || importsDynamically(source, filename)) return compile(source, filename);
    try {
      return scriptOf(source, filename, executor.injectedModuleParameters).runInContext(context);
    } catch {
      return compile(source, filename);
    }
  };
}

function importsDynamically(source, filename) {
  return compiled.get(filename)?.source !== source && /\bimport\s*\(/.test(source);
}

/** Most modules never name `jest`, the object that jest builds for each module. */
function sparePointlessObjects(globals) {
  const objectFor = globals.jestObjectFor.bind(globals);
  globals.jestObjectFor = (filename) => (compiled.get(filename)?.namesJest === false ? undefined : objectFor(filename));
}

function rememberFiles(cache, isLasting) {
  const transform = cache.transform.bind(cache);
  cache.transform = (filename, options) => {
    if (options?.isInternalModule) {
      if (!internal.has(filename)) internal.set(filename, transform(filename, options));
      return internal.get(filename);
    }
    const known = transformed.get(filename);
    if (known !== undefined && (isLasting(filename) || isUnchanged(filename, known))) {
      cache.transforms.set(filename, known.file);
      if (known.file.sourceMapPath) cache.sourceMaps.set(filename, known.file.sourceMapPath);
      return known.file.code;
    }
    const { mtimeMs, size } = statSync(filename);
    const code = transform(filename, options);
    transformed.set(filename, { mtimeMs, size, file: cache.transforms.get(filename) });
    return code;
  };
}

function isUnchanged(filename, known) {
  const { mtimeMs, size } = statSync(filename);
  return known.mtimeMs === mtimeMs && known.size === size;
}

class RememberingRuntime extends Runtime {
  constructor(config, environment, resolver, ...others) {
    super(config, environment, resolver, ...others);
    const { watch, watchAll } = others.at(-1) ?? {};
    const home = `${config.rootDir}${sep}`;
    if (typeof this.executor?.compile === 'function') rememberScripts(this.executor);
    if (typeof this.jestGlobals?.jestObjectFor === 'function') sparePointlessObjects(this.jestGlobals);
    // Files of the repository change while jest watches them; what a test writes elsewhere may change at any time.
    if (this.transformCache?.transforms instanceof Map)
      rememberFiles(this.transformCache, (filename) => !watch && !watchAll && filename.startsWith(home));
    if (this._resolution?.cjsCache instanceof Map) this._resolution.cjsCache = lastingPaths(resolver);
  }
}

module.exports = { __esModule: true, default: RememberingRuntime };
