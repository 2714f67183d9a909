import { parse, print, readJson } from '../architect/expressions';
import { keyName, type YamlNode } from '../architect/yaml/node';
import { parseYaml } from '../architect/yaml/parse';
import { FlowcdkError, type Finding } from '../ground/finding';
import { type Item, itemLabel } from '../pull';
import { placeIn } from './place';

/** What an item does, or a part of it, as plain data. */
export type Logic = string | number | boolean | null | readonly Logic[] | { readonly [key: string]: Logic };

export type LogicObject = Readonly<Record<string, Logic>>;

export const isLogicObject = (value: Logic | undefined): value is LogicObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What an item does, without how it is written: no order of keys, quotes, comments, or notation of expressions. The
 * names of places that Architect counts up (`refId`) become the names that people gave.
 *
 * @throws FlowcdkError where the YAML of a flow, or the JSON of anything else, cannot be read
 */
export function logicOf(item: Item): Logic {
  if (item.kind !== 'flow') return jsonOf(item);
  const { root, problems } = parseYaml(item.text);
  if (root === undefined || problems.length > 0)
    throw new FlowcdkError(problems.map(({ message, offset }) => unreadable(item, message, offset)));
  const references = new Map<string, string>();
  collectReferences(root, references);
  return dataOf(root, '', references);
}

function jsonOf(item: Item): Logic {
  try {
    return JSON.parse(item.text) as Logic;
  } catch {
    const why = whyNoJson(item.text);
    throw new FlowcdkError([unreadable(item, why, Number(/ at character (\d+) /.exec(why)?.[1] ?? 0))]);
  }
}

/** In words with the character where the JSON is wrong. The messages of Node have it only sometimes. */
function whyNoJson(text: string): string {
  try {
    readJson(text);
    return 'the text is not JSON';
  } catch (problem) {
    return (problem as Error).message;
  }
}

/** What is wrong with the text of an item, at its place where it comes from a file. */
const unreadable = (item: Item, message: string, offset: number): Finding => ({
  rule: item.kind === 'flow' ? 'yaml' : 'json',
  severity: 'error',
  message,
  path: itemLabel(item),
  ...(item.file === undefined ? {} : { at: placeIn(item.file, item.text, offset) }),
});

/** The names behind `refId`s, which stand in references as `./tasks/task[Main_10]`. */
function collectReferences(node: YamlNode, references: Map<string, string>): void {
  if (node.kind === 'sequence') for (const item of node.items) collectReferences(item, references);
  if (node.kind !== 'mapping') return;
  const field = (name: string): unknown => {
    const value = node.entries.find(({ key }) => keyName(key) === name)?.value;
    return value?.kind === 'scalar' ? value.value : undefined;
  };
  const [refId, name] = [field('refId'), field('name')];
  if (refId !== undefined && refId !== null && typeof name === 'string') references.set(String(refId), name);
  for (const { value } of node.entries) collectReferences(value, references);
}

function dataOf(node: YamlNode, key: string, references: ReadonlyMap<string, string>): Logic {
  if (node.kind === 'sequence') return node.items.map((item) => dataOf(item, key, references));
  if (node.kind === 'scalar') {
    const { value } = node;
    if (typeof value !== 'string') return value;
    return key === 'exp'
      ? expression(value)
      : value.replace(/\[([^\]]+)\]/g, (all, id: string) => named(all, id, references));
  }
  return Object.fromEntries(
    node.entries
      .filter((entry) => keyName(entry.key) !== 'refId')
      .map((entry) => [keyName(entry.key), dataOf(entry.value, keyName(entry.key), references)]),
  );
}

const named = (all: string, id: string, references: ReadonlyMap<string, string>): string => {
  const name = references.get(id);
  return name === undefined ? all : `[${name}]`;
};

/** An expression in one notation. What cannot be read is compared by its words. */
function expression(text: string): string {
  try {
    return print(parse(text));
  } catch {
    return text.replace(/\s+/g, ' ').trim();
  }
}
