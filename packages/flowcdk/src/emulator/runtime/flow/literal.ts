import {
  AudioValue,
  CurrencyValue,
  Decimal,
  DurationValue,
  type ExpressionOrg,
  parseTypedValue,
  type ReferenceKind,
  type Type,
  type Value,
} from '../../../architect/expressions';
import { readValue } from '../../../architect/forms';
import { inMilliseconds } from '../../../architect/types';
import { entry, type YamlNode } from '../../../architect/yaml/node';
import { FlowProblem } from './flow-problem';

/** What `lit:` holds, as a value of the type its field wants. */
export function literalValue(yaml: YamlNode, wanted: Type, org: ExpressionOrg): Value {
  if (yaml.kind === 'sequence') {
    const item: Type = { ...wanted, collection: false };
    return yaml.items.map((one) => {
      const node = readValue(one);
      return node.kind === 'literal'
        ? literalValue(node.yaml, item, org)
        : node.kind === 'noValue'
          ? null
          : literalValue(one, item, org);
    });
  }
  if (yaml.kind === 'mapping') return structured(yaml, wanted, org);
  const { value } = yaml;
  if (value === null) return null;
  switch (wanted.kind) {
    case 'string':
      return String(value);
    case 'integer':
      return typeof value === 'number' ? value : read('integer', String(value));
    case 'boolean':
      return typeof value === 'boolean' ? value : read('boolean', String(value));
    case 'decimal':
      return new Decimal(String(value));
    case 'audio':
    case 'audioOrPrompt':
      return new AudioValue([{ kind: 'speech', text: String(value) }]);
    case 'any':
      return typeof value === 'number' && !Number.isInteger(value) ? new Decimal(value) : value;
    default:
      return read(wanted.kind, String(value));
  }
}

function read(kind: string, text: string): Value {
  return parseTypedValue(`${kind.toUpperCase()}:${text}`).value;
}

function structured(yaml: YamlNode & { readonly kind: 'mapping' }, wanted: Type, org: ExpressionOrg): Value {
  const field = (name: string): string | number | boolean | null | undefined => {
    const node = entry(yaml, name)?.value;
    return node?.kind === 'scalar' ? node.value : undefined;
  };
  if (wanted.kind === 'duration') {
    const parts = ['days', 'hours', 'minutes', 'seconds', 'ms'].map(
      (unit) => [unit, Number(field(unit) ?? 0)] as const,
    );
    return new DurationValue(inMilliseconds(Object.fromEntries(parts)));
  }
  if (wanted.kind === 'currency') {
    const code = field('code') ?? field('currencyCode');
    return new CurrencyValue(new Decimal(String(field('amount') ?? 0)), typeof code === 'string' ? code : null);
  }
  const name = field('name');
  if (typeof name !== 'string') throw new FlowProblem(`a literal of type ${wanted.kind} is not understood`);
  if (wanted.kind === 'prompt' || wanted.kind === 'audio' || wanted.kind === 'audioOrPrompt')
    return promptNamed(name, org);
  const found = org.findByName(wanted.kind as ReferenceKind, name);
  if (!found) throw new FlowProblem(`the organisation has no ${wanted.kind} named '${name}' any more`);
  return found;
}

/** `Prompt.welcome`, `PromptSystem.on_hold_music`, or a bare name. */
export function promptNamed(name: string, org: ExpressionOrg): Value {
  const [, scope, bare] = /^(?:(Prompt|PromptUser|PromptSystem)\.)?(.*)$/i.exec(name) ?? [];
  const origin = /^promptsystem$/i.test(scope ?? '') ? 'system' : 'user';
  const found = org.findPrompt(origin, bare ?? name);
  if (!found) throw new FlowProblem(`the organisation has no prompt named '${name}' any more`);
  return found;
}
