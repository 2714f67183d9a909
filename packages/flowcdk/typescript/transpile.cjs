// One TypeScript file to JavaScript. It only takes the types away and keeps every line where it was; what they mean is
// the business of `tsc`. The build of this package, jest and `flowcdk` itself all read TypeScript this way.
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { dirname, relative } = require('node:path');

/** Changes with this file and with the compiler: what was compiled before either changed is not used again. */
exports.compilerVersion = createHash('sha256')
  .update(readFileSync(__filename))
  .update(require('sucrase/package.json').version)
  .digest('hex');

/**
 * @param {string} file the source
 * @param {string} source its text
 * @param {string} [target] where the JavaScript will be; its map then names the source relative to it
 * @returns {{ code: string, map: string }}
 */
exports.transpile = (file, source, target) => {
  const { transform } = require('sucrase');
  const { code, sourceMap } = transform(source, {
    transforms: ['typescript', 'imports'],
    disableESTransforms: true,
    filePath: file,
    sourceMapOptions: { compiledFilename: target ?? file },
  });
  return { code, map: JSON.stringify({ ...sourceMap, sources: [target ? relative(dirname(target), file) : file] }) };
};
