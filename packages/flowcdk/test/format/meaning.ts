import { keyName, type YamlNode } from '../../src/architect/yaml/node';
import { parseYaml } from '../../src/architect/yaml/parse';
import { readFlow } from '../../src/architect/yaml/read-flow';

/**
 * What formatting must keep, told without the code that formats: the data with its keys sorted,
 * each placeholder with its quotes.
 */
export function meaning(text: string): unknown {
  const { root } = parseYaml(text);
  return root && meaningOf(root);
}

function meaningOf(node: YamlNode): unknown {
  if (node.kind === 'sequence') return node.items.map(meaningOf);
  if (node.kind === 'scalar') return node.text === undefined ? node.value : { written: node.text };
  const entries = node.entries.map(({ key, value }) => [keyName(key), key.text ?? '', meaningOf(value)] as const);
  return { map: entries.sort(([a], [b]) => (a < b ? -1 : 1)) };
}

/** The keys the user named, list after list: those that a form reads into a map, which has an order. */
export function orderOfNames(text: string): readonly string[] {
  const { root } = parseYaml(text);
  const names: string[] = [];
  collect(root && readFlow(root).flow, '', names);
  return names.sort();
}

function collect(part: unknown, path: string, names: string[]): void {
  if (typeof part !== 'object' || part === null || 'offset' in part) return;
  if (part instanceof Map) names.push(`${path} ${JSON.stringify([...part.keys()])}`);
  const inside = part instanceof Map ? part.entries() : Object.entries(part);
  for (const [key, value] of inside) collect(value, `${path}/${String(key)}`, names);
}
