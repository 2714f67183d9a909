import { type FlowDefinition, flowYaml } from 'flowcdk';
import { toData, type YamlData } from '../../../src/architect/yaml/node';
import { parseYaml } from '../../../src/architect/yaml/parse';
import { type Imported, importFlows, type ImportOptions } from '../../../src/import/import-flows';
import { exportsOf, type VirtualFolder } from './exports-of';

/** The content of YAML as data. */
export function dataOf(yaml: string): YamlData {
  const { root } = parseYaml(yaml);
  return root ? toData(root) : null;
}

/** Imports one file into a folder of its own. */
export function imported(
  name: string,
  text: string,
  options?: ImportOptions,
): VirtualFolder & Pick<Imported, 'flows' | 'findings'> {
  const { files, flows, findings } = importFlows([{ file: `${name}.yaml`, text }], options);
  return { name, files, flows, findings };
}

/** The YAML that the definition of an imported flow synthesizes. Its placeholders and its texts stay. */
export function synthesized(folder: VirtualFolder, path: string): string {
  const text = folder.files.find((file) => file.path === path)?.text ?? '';
  const [definition] = Object.values(exportsOf(folder, path)) as (FlowDefinition | MakesFlow)[];
  if (definition === undefined) throw new Error(`${path} exports nothing`);
  if (typeof definition !== 'function') return flowYaml(definition);
  const values = [
    ...(text.includes('(values: Values') ? [placeholders(text)] : []),
    ...(text.includes('texts: Texts) =>') ? [sharedTexts(folder)] : []),
  ];
  return flowYaml(definition(...values));
}

type MakesFlow = (...values: readonly object[]) => FlowDefinition;

/** Every parameter of an imported flow with its placeholder as value. */
const placeholders = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...text.matchAll(/Replaces (\{\{[^}]*\}\}) \*\/\s+readonly (\w+)/g)].map(([, key = '', field = '']) => [
      field,
      key,
    ]),
  );

/** The texts with the values that their settings have by themselves. */
function sharedTexts(folder: VirtualFolder): Readonly<Record<string, unknown>> {
  const { texts } = exportsOf(folder, 'texts.ts') as {
    readonly texts: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
  };
  return Object.fromEntries(Object.entries(texts.properties).map(([name, setting]) => [name, setting.default]));
}
