// The module system of jest, with a memory: a worker reads and compiles each module once and not once for each test file,
// which halves the time of the tests. Every test file still has modules of its own; what they share is the compiled text.
//
// This reaches into jest-runtime 30. Where another version has other parts, the tests run as jest runs them.
const { statSync } = require('node:fs');
const { Script } = require('node:vm');
const { default: Runtime } = require('jest-runtime');

/** Modules by the names of their files: the text and what V8 has compiled of it. */
const compiled = new Map();

/** Transformed files by their names, with the time and the size of the file that was read. */
const transformed = new Map();

/** The function of a module, not yet bound to the globals of a test file. */
function scriptOf(source, filename, parameters) {
  const known = compiled.get(filename);
  if (known?.source === source) return known.script;
  const head = `(function (${parameters.join(', ')}) {`;
  const script = new Script(`${head}${source}\n})`, { filename, columnOffset: -head.length });
  compiled.set(filename, { source, script });
  return script;
}

function rememberScripts(executor) {
  const compile = executor.compile.bind(executor);
  executor.compile = (source, filename) => {
    const context = executor.environment.getVmContext();
    // An `import()` belongs to one test file. A mistake in the text is for jest to report.
    if (context === null || /\bimport\s*\(/.test(source)) return compile(source, filename);
    try {
      return scriptOf(source, filename, executor.injectedModuleParameters).runInContext(context);
    } catch {
      return compile(source, filename);
    }
  };
}

function rememberFiles(cache) {
  const transform = cache.transform.bind(cache);
  cache.transform = (filename, options) => {
    if (options?.isInternalModule) return transform(filename, options);
    const { mtimeMs, size } = statSync(filename);
    const known = transformed.get(filename);
    if (known?.mtimeMs === mtimeMs && known.size === size) {
      cache.transforms.set(filename, known.file);
      if (known.file.sourceMapPath) cache.sourceMaps.set(filename, known.file.sourceMapPath);
      return known.file.code;
    }
    const code = transform(filename, options);
    transformed.set(filename, { mtimeMs, size, file: cache.transforms.get(filename) });
    return code;
  };
}

class RememberingRuntime extends Runtime {
  constructor(...parts) {
    super(...parts);
    if (typeof this.executor?.compile === 'function') rememberScripts(this.executor);
    if (this.transformCache?.transforms instanceof Map) rememberFiles(this.transformCache);
  }
}

module.exports = { __esModule: true, default: RememberingRuntime };
