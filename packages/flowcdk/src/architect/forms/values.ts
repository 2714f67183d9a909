import type { ValueNode } from '../values';
import { keyName } from '../yaml/node';
import { type Form, wrongForm } from './form';
import type { ValueType } from './leaf';
import { readValue, writeValue } from './wrapped-value';

type Wrapper = 'lit' | 'exp' | 'noValue' | 'var' | 'tts' | 'prompt';

function valueForm(role: 'value' | 'binding', type: ValueType, wrappers: readonly Wrapper[]): Form<ValueNode> {
  const allowed = new Set<string>([...wrappers, ...(wrappers.includes('noValue') ? ['noValueWithNoFallback'] : [])]);
  const expects = `${wrappers.slice(0, -1).join(', ')}${wrappers.length > 1 ? ' or ' : ''}${wrappers.at(-1)}`;
  return {
    expects,
    orNull: wrappers.includes('noValue'),
    read: (yaml, reader) => {
      const node = readValue(yaml);
      const wrapper = yaml.kind === 'mapping' && yaml.entries.length === 1 ? yaml.entries[0] : undefined;
      if (node.kind === 'raw' || !wrapper || !allowed.has(keyName(wrapper.key))) wrongForm(yaml, expects, reader);
      return node;
    },
    write: (value) => writeValue(value),
    walk: (value, visit, path) => visit({ role, path, value, type }),
  };
}

/** A value of a type: `lit`, `exp` or `noValue`. */
export const value = (type: ValueType = 'any'): Form<ValueNode> => valueForm('value', type, ['lit', 'exp', 'noValue']);
/** A condition or another value that must be an expression. */
export const expression = (type: ValueType): Form<ValueNode> => valueForm('value', type, ['exp', 'lit']);
/** Audio: `tts`, `prompt`, an audio expression. */
export const audio: Form<ValueNode> = valueForm('value', 'audio', ['tts', 'exp', 'prompt', 'lit', 'noValue']);
/** A message of a digital flow. */
export const communication: Form<ValueNode> = valueForm('value', 'communication', ['exp', 'lit', 'tts', 'noValue']);
/** The variable for an output: `var`, or `noValue` where the flow does not keep it. */
export const binding = (type: ValueType = 'any'): Form<ValueNode> => valueForm('binding', type, ['var', 'noValue']);
