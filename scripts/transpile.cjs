// One TypeScript file to JavaScript, as the build and jest both want it.
const { dirname, join } = require('node:path');
const ts = require('typescript');

const root = join(__dirname, '..');
const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);

/** @returns {{ code: string, map: string }} */
exports.transpile = (file, source, { inline = false } = {}) => {
  const result = ts.transpileModule(source, {
    fileName: file,
    compilerOptions: {
      ...options,
      sourceMap: !inline,
      inlineSourceMap: inline,
      inlineSources: inline,
      sourceRoot: dirname(file),
    },
  });
  return { code: result.outputText, map: result.sourceMapText ?? '' };
};
