// One TypeScript file to JavaScript, as the build and jest both want it.
const { dirname, join, relative } = require('node:path');
const ts = require('typescript');

const root = join(__dirname, '..');
const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);

/**
 * @param {string} target where the JavaScript will be; its map then names the source relative to it
 * @returns {{ code: string, map: string }}
 */
exports.transpile = (file, source, target) => {
  const result = ts.transpileModule(source, { fileName: file, compilerOptions: { ...options, sourceMap: true } });
  const map = JSON.parse(result.sourceMapText ?? '{}');
  return {
    code: result.outputText.replace(/\n\/\/# sourceMappingURL=.*$/, ''),
    map: JSON.stringify({ ...map, sources: [target ? relative(dirname(target), file) : file] }),
  };
};
