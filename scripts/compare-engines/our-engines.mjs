// Our engines, from their sources, answering as RealEngines.java does.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
// The library's own way to load TypeScript, without the parts of it that are built first.
const { addHook } = createRequire(require.resolve('../../packages/flowcdk/package.json'))('pirates');
const { transpile } = require('../../packages/flowcdk/typescript/transpile.cjs');
addHook((source, file) => transpile(file, source).code, { exts: ['.ts'], ignoreNodeModules: true });
const { fromData, jsonText } = require('../../packages/data-action-engines/src/java/json.ts');
const engines = '../../packages/data-action-engines/src';
const { evaluateJsonPath, parseJsonPath, PathError } = require(`${engines}/json-path/index.ts`);
const { parseTemplate, renderTemplate, TemplateError } = require(`${engines}/velocity/index.ts`);

/** What our engines give for a request, as JSON text: the text, the value, or the name of the error. */
export function ourAnswer(request) {
  try {
    if (request.template !== undefined) return JSON.stringify({ text: rendered(request) });
    return `{"value":${answerOf(request)}}`;
  } catch (problem) {
    if (problem instanceof TemplateError || problem instanceof PathError)
      return JSON.stringify({ error: problem.kind });
    throw problem;
  }
}

function rendered({ template, variables }) {
  const values = new Map(Object.entries(variables).map(([name, value]) => [name, fromData(value)]));
  return renderTemplate(parseTemplate(template), values);
}

function answerOf({ path, document }) {
  const parsed = parseJsonPath(path);
  if ('problem' in parsed) throw new PathError('InvalidPathException', parsed.problem);
  return jsonText(evaluateJsonPath(parsed, fromData(document)).value);
}
