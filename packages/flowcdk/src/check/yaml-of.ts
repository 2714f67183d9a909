import { type HasOrigin, ORIGIN } from '../architect/origin';
import { entry, type YamlNode } from '../architect/yaml/node';

/** The YAML that a node of the tree was read from. */
export const yamlOf = (node: object | undefined): YamlNode | undefined =>
  (node as HasOrigin | undefined)?.[ORIGIN]?.yaml;

/** The value of a key of what a node was read from; the node itself where it has no such key. */
export function yamlOfKey(node: object | undefined, key: string): YamlNode | undefined {
  const yaml = yamlOf(node);
  return (yaml?.kind === 'mapping' ? entry(yaml, key)?.value : undefined) ?? yaml;
}

/** The key itself. */
export function keyIn(node: object | undefined, key: string): YamlNode | undefined {
  const yaml = yamlOf(node);
  return (yaml?.kind === 'mapping' ? entry(yaml, key)?.key : undefined) ?? yaml;
}
