import { ORIGIN } from '../origin';
import type { ValueNode } from '../values';
import { keyName, mapping, scalar, type YamlEntry, type YamlNode } from '../yaml/node';

/** Reads a wrapped value. Any other content becomes a `raw` node. */
export function readValue(yaml: YamlNode): ValueNode {
  const only = yaml.kind === 'mapping' && yaml.entries.length === 1 ? yaml.entries[0] : undefined;
  const node = only && unwrap.get(keyName(only.key))?.(only);
  return Object.freeze(node ?? { kind: 'raw', yaml, [ORIGIN]: { yaml } });
}

type Unwrap = (entry: YamlEntry) => ValueNode | undefined;

const unwrapped = {
  lit: (e) => ({ kind: 'literal', yaml: e.value, [ORIGIN]: { yaml: e.value } }),
  exp: (e) => {
    if (e.value.kind !== 'scalar' || e.value.value === null) return undefined;
    const { value: written } = e.value;
    if (typeof written === 'string') return { kind: 'expression', text: written, [ORIGIN]: { yaml: e.value } };
    return { kind: 'expression', text: e.value.text ?? String(written), scalar: e.value, [ORIGIN]: { yaml: e.value } };
  },
  noValue: (e) => (isTrue(e.value) ? { kind: 'noValue', [ORIGIN]: { yaml: e.value } } : undefined),
  noValueWithNoFallback: (e) =>
    isTrue(e.value) ? { kind: 'noValue', fallback: false, [ORIGIN]: { yaml: e.value } } : undefined,
  var: (e) => {
    const name = textIn(e.value);
    return name === undefined ? undefined : { kind: 'variable', name, [ORIGIN]: { yaml: e.value } };
  },
  tts: (e) => {
    const spoken = textIn(e.value);
    return spoken === undefined ? undefined : { kind: 'tts', text: spoken, [ORIGIN]: { yaml: e.value } };
  },
  prompt: (e) => {
    const name = textIn(e.value);
    if (name !== undefined) return { kind: 'prompt', prompt: name, [ORIGIN]: { yaml: e.value } };
    const inner = readValue(e.value);
    return inner.kind === 'expression' ? { kind: 'prompt', prompt: inner, [ORIGIN]: { yaml: e.value } } : undefined;
  },
} satisfies Record<string, Unwrap>;

const unwrap: ReadonlyMap<string, Unwrap> = new Map(Object.entries(unwrapped));

const textIn = (yaml: YamlNode): string | undefined =>
  yaml.kind === 'scalar' && typeof yaml.value === 'string' ? yaml.value : undefined;

const isTrue = (yaml: YamlNode): boolean => yaml.kind === 'scalar' && yaml.value === true;

/** A wrapped value as YAML. */
export function writeValue(node: ValueNode): YamlNode {
  switch (node.kind) {
    case 'literal':
      return mapping([['lit', node.yaml]]);
    case 'expression':
      return mapping([['exp', node.scalar ?? scalar(node.text)]]);
    case 'variable':
      return mapping([['var', scalar(node.name)]]);
    case 'noValue':
      return mapping([[node.fallback === false ? 'noValueWithNoFallback' : 'noValue', scalar(true)]]);
    case 'tts':
      return mapping([['tts', scalar(node.text)]]);
    case 'prompt':
      return mapping([['prompt', typeof node.prompt === 'string' ? scalar(node.prompt) : writeValue(node.prompt)]]);
    case 'raw':
      return node.yaml;
  }
}
