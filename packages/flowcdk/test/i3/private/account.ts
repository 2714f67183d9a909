import type { YamlNode } from '../../../src/architect/yaml/node';
import type { Json, JsonObject } from '../../../src/i3/part';
import { isObject, pathOf } from '../../../src/i3/part';
import type { I3Export } from '../../../src/i3/read-i3';

/*
 * The account of an export, made anew from its JSON: every value that holds no others has to be somewhere.
 */

interface Leaf {
  readonly path: string;
  readonly value: Json;
}

/** Every value of an export that holds no others, with its path. JSON inside a text counts as part of the export. */
export function leavesOf(json: Json, path = ''): readonly Leaf[] {
  if (typeof json === 'string' && path.endsWith('nluMetaData.rawNlu')) return leavesOf(JSON.parse(json) as Json, path);
  if (Array.isArray(json) && json.length > 0) return json.flatMap((item, i) => leavesOf(item as Json, `${path}[${i}]`));
  if (isObject(json) && Object.keys(json).length > 0)
    return Object.entries(json).flatMap(([key, inner]) => leavesOf(inner ?? null, pathOf(path, key)));
  return [{ path, value: json }];
}

/** Whether a path, or a part around it, is in a set. */
function isWithin(paths: ReadonlySet<string>, path: string): boolean {
  if (paths.has(path)) return true;
  for (let at = path.length - 1; at > 0; at -= 1) {
    if ((path[at] === '.' || path[at] === '[') && paths.has(path.slice(0, at))) return true;
  }
  return false;
}

/** The values that are nowhere: not in the YAML, not in the contracts, and under no rule of leaving out. */
export function unaccounted(json: JsonObject, exported: I3Export): readonly string[] {
  const leftOut = new Set(exported.leftOut.map(({ path }) => path));
  const inContracts = new Set(exported.inContracts);
  return leavesOf(json)
    .filter(({ path }) => !exported.arrived.has(path) && !isWithin(leftOut, path) && !isWithin(inContracts, path))
    .map(({ path }) => path);
}

/** The values that arrived in a node that is not in the YAML, or in one that says something else. */
export function wronglyArrived(json: JsonObject, exported: I3Export): readonly string[] {
  const nodes = new Set<YamlNode>();
  for (const { yaml } of [exported, ...exported.commonModules]) collect(yaml, nodes);
  const values = new Map(leavesOf(json).map(({ path, value }) => [path, value] as const));
  return [...exported.arrived].flatMap(([path, node]) => {
    const value = values.get(path);
    if (value === undefined) return [`${path}: the export has no such value`];
    if (!nodes.has(node)) return [`${path}: ${JSON.stringify(value)} is not in the YAML`];
    return says(path, value, node) ? [] : [`${path}: ${JSON.stringify(value)} is ${JSON.stringify(textOf(node))}`];
  });
}

function collect(node: YamlNode, into: Set<YamlNode>): void {
  into.add(node);
  if (node.kind === 'sequence') for (const item of node.items) collect(item, into);
  if (node.kind !== 'mapping') return;
  for (const { key, value } of node.entries) {
    into.add(key);
    collect(value, into);
  }
}

const textOf = (node: YamlNode): string => {
  if (node.kind === 'scalar') return node.text ?? String(node.value);
  if (node.kind === 'sequence') return `[${node.items.map(textOf).join(', ')}]`;
  return `{${node.entries.map(({ key, value }) => `${textOf(key)}: ${textOf(value)}`).join(', ')}}`;
};

/** Whether a node says a value: as it is, or in one of the notations of YAML. */
function says(path: string, value: Json, node: YamlNode): boolean {
  const text = textOf(node);
  const own = typeof value === 'object' ? JSON.stringify(value) : String(value);
  if (text === own || (isEmptyText(text) && isEmptyText(own))) return true;
  return notations.some(({ at, isSame }) => at.test(path) && isSame(own, text));
}

const isEmptyText = (text: string): boolean => text === '[]' || text === '{}';

const unitsOf = (own: string): string => {
  const match = /^P(\d+)D(\d+)H(\d+)M(\d+)S(\d+)F$/.exec(own) ?? [];
  const parts = ['days', 'hours', 'minutes', 'seconds', 'ms'].map((unit, i) => `${unit}: ${match[i + 1] ?? ''}`);
  const shown = parts.filter((part) => !part.endsWith(': 0'));
  return `{${shown.length > 0 ? shown.join(', ') : 'seconds: 0'}}`;
};

/** The notations in which YAML says a value of the export otherwise. */
const notations: readonly {
  readonly at: RegExp;
  readonly isSame: (own: string, text: string) => boolean;
}[] = [
  // A duration: P0D0H1M0S0F is minutes: 1.
  { at: /\.text$/, isSame: (own, text) => text === unitsOf(own) },
  // A named object: {name: Orders}, {name: PromptSystem.processing}.
  { at: /\.text$/, isSame: (own, text) => text === `{name: ${own}}` || text.endsWith(`.${own}}`) },
  // Audio in its short form.
  {
    at: /\.defaultAudio\.text$/,
    isSame: (own, text) => own.includes(JSON.stringify(text)) || own.includes(`(${text})`),
  },
  // Words and keys: EndWorkflow is endWorkflow, en-US is en-us, 9 is digit_9, Default is default.
  {
    at: /(Type|\.playbackMode|\.pathName|[lL]anguage)$/,
    isSame: (own, text) => text.toLowerCase() === own.toLowerCase(),
  },
  { at: /\.digit$/, isSame: (own, text) => text === `digit_${own}` },
  // The kind of an action, a variable, a menu choice or a flow. The tables of kinds have tests of their own.
  { at: /\.__type$|^type$|\.model\.type$/, isSame: (_, text) => /^[a-z]\w+$/.test(text) },
  // A refId has the number of its container behind the name.
  { at: /\.trackingId$/, isSame: (own, text) => text.endsWith(`_${own}`) },
  // A reference to a container or a choice. The tests of references say which.
  {
    at: /(Reference|initialSequence|defaultMenuChoice)$/,
    isSame: (_, text) => /^(\/\w+\/|\.\/choices\/)\w+/.test(text),
  },
  // Settings that YAML says the other way round.
  { at: /^disableAsr\.text$|\.playForDuration$|\.outOfService$|\.disabled$/, isSame: (own, text) => own !== text },
  {
    at: /^(disableAsr|speechRec)CompanyDirectory\.text$/,
    isSame: (_, text) => /^(none|startUpObject|entireFlow)$/.test(text),
  },
  { at: /\.verification$/, isSame: (own, text) => (own === 'false') === (text === 'none') },
  { at: /\.replyToSenderOnly$/, isSame: (own, text) => text === (own === 'true' ? 'replyToSender' : 'replyAll') },
];
