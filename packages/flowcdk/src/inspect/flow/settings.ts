import { print, typeName } from '../../architect/expressions';
import { readValue } from '../../architect/forms';
import type { ExpressionNode, ValueNode } from '../../architect/values';
import { keyName, toData, type YamlData, type YamlNode } from '../../architect/yaml/node';
import { type ExpressionPlace, readExpression } from '../../check/expressions';
import type { Setting } from './flow-model';

/** Where settings stand: their expressions see the variables of that place. */
export type SettingPlace = ExpressionPlace;

/**
 * All settings in a part of a flow, in the order of the text. Lists of actions are left out; they are the ways of an
 * action.
 */
export function settingsIn(yaml: YamlNode | undefined, place: SettingPlace): readonly Setting[] {
  const settings: Setting[] = [];
  if (yaml) collect(yaml, '', place, settings);
  return settings;
}

function collect(yaml: YamlNode, path: string, place: SettingPlace, into: Setting[]): void {
  if (yaml.kind === 'scalar') {
    into.push({ path, kind: 'data', text: yaml.value === null ? '' : String(yaml.value) });
    return;
  }
  const value = readValue(yaml);
  if (value.kind !== 'raw') {
    into.push({ path, ...settingOf(value, place) });
    return;
  }
  if (yaml.kind === 'sequence') {
    yaml.items.forEach((item, i) => collect(item, `${path}[${i + 1}]`, place, into));
    return;
  }
  for (const { key, value: inner } of yaml.entries) {
    const name = keyName(key);
    if (name === 'actions' && inner.kind === 'sequence') continue;
    collect(inner, path === '' ? name : `${path}.${name}`, place, into);
  }
}

/** A value of a flow as a setting without its path. */
export function settingOf(value: ValueNode, place: SettingPlace): Omit<Setting, 'path'> {
  switch (value.kind) {
    case 'expression':
      return expressionSetting(value, place);
    case 'variable':
      return { kind: 'variable', text: value.name };
    case 'noValue':
      return { kind: 'none', text: value.fallback === false ? 'no value, not even the default' : 'no value' };
    case 'tts':
      return { kind: 'speech', text: value.text };
    case 'prompt':
      return typeof value.prompt === 'string'
        ? { kind: 'prompt', text: value.prompt }
        : { ...expressionSetting(value.prompt, place), kind: 'prompt' };
    case 'literal':
      return { kind: 'literal', text: literalText(toData(value.yaml)) };
    case 'raw':
      return { kind: 'data', text: JSON.stringify(toData(value.yaml)) };
  }
}

/** An expression that cannot be read stays as it was written; a finding says why. */
function expressionSetting(node: ExpressionNode, place: SettingPlace): Omit<Setting, 'path'> {
  const { tree, root, parts } = readExpression(node, place);
  if (!tree) return { kind: 'expression', text: node.text };
  const variables = new Map<string, string>();
  for (const part of parts) if (part.kind === 'read') variables.set(part.name, typeName(part.type));
  return {
    kind: 'expression',
    text: print(tree),
    type: typeName(root.type),
    ...(variables.size > 0 ? { variables: [...variables].map(([name, type]) => ({ name, type })) } : {}),
  };
}

const units: readonly string[] = ['days', 'hours', 'minutes', 'seconds', 'ms'];

/** A literal as people read it: the name of an object, `1 minutes 30 seconds`, the items of a list. */
export function literalText(data: YamlData): string {
  if (data === null) return '';
  if (Array.isArray(data)) return data.map(itemText).join(', ');
  if (typeof data !== 'object') return String(data);
  const entries = Object.entries(data);
  if (entries.length === 1 && typeof data['name'] === 'string') return data['name'];
  if (entries.length > 0 && entries.every(([unit, n]) => units.includes(unit) && typeof n === 'number')) {
    return entries.map(([unit, n]) => `${String(n)} ${n === 1 ? unit.replace(/s$/, '') : unit}`).join(' ');
  }
  return JSON.stringify(data);
}

const itemText = (data: YamlData): string =>
  typeof data === 'object' && data !== null && !Array.isArray(data) && data['lit'] !== undefined
    ? literalText(data['lit'])
    : literalText(data);
