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

/** The org as a published flow sees it. */
export interface BoundOrg extends ExpressionOrg {
  /** Whether the org had a thing of that name when the flow was published. Absent where nobody knows. */
  readonly hadByName?: (kind: ReferenceKind, name: string) => boolean;
}

/** Converts the content of `lit:` to a value of the field's type. */
export function literalValue(yaml: YamlNode, type: Type, org: BoundOrg): Value {
  if (yaml.kind === 'sequence') {
    const item: Type = { ...type, collection: false };
    return yaml.items.map((element) => {
      const node = readValue(element);
      return node.kind === 'literal'
        ? literalValue(node.yaml, item, org)
        : node.kind === 'noValue'
          ? null
          : literalValue(element, item, org);
    });
  }
  if (yaml.kind === 'mapping') return structured(yaml, type, org);
  const { value } = yaml;
  if (value === null) return null;
  switch (type.kind) {
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
      return read(type.kind, String(value));
  }
}

function read(kind: string, text: string): Value {
  return parseTypedValue(`${kind.toUpperCase()}:${text}`).value;
}

function structured(yaml: YamlNode & { readonly kind: 'mapping' }, type: Type, org: BoundOrg): Value {
  const field = (name: string): string | number | boolean | null | undefined => {
    const node = entry(yaml, name)?.value;
    return node?.kind === 'scalar' ? node.value : undefined;
  };
  if (type.kind === 'duration') {
    const parts = ['days', 'hours', 'minutes', 'seconds', 'ms'].map(
      (unit) => [unit, Number(field(unit) ?? 0)] as const,
    );
    return new DurationValue(inMilliseconds(Object.fromEntries(parts)));
  }
  if (type.kind === 'currency') {
    const code = field('code') ?? field('currencyCode');
    return new CurrencyValue(new Decimal(String(field('amount') ?? 0)), typeof code === 'string' ? code : null);
  }
  const name = field('name');
  if (typeof name !== 'string') throw new FlowProblem(`a literal of type ${type.kind} is not understood`);
  if (type.kind === 'prompt' || type.kind === 'audio' || type.kind === 'audioOrPrompt') return promptNamed(name, org);
  const kind = type.kind as ReferenceKind;
  const reference = org.findByName(kind, name);
  if (reference) return reference;
  const since = org.hadByName?.(kind, name) === true ? ' any more' : '';
  throw new FlowProblem(`the organisation has no ${kind} named '${name}'${since}`);
}

/** The prompt with a name: `Prompt.welcome`, `PromptSystem.on_hold_music`, or a bare name. */
export function promptNamed(name: string, org: ExpressionOrg): Value {
  const [, scope, bare] = /^(?:(Prompt|PromptUser|PromptSystem)\.)?(.*)$/i.exec(name) ?? [];
  const origin = /^promptsystem$/i.test(scope ?? '') ? 'system' : 'user';
  const prompt = org.findPrompt(origin, bare ?? name);
  if (!prompt) throw new FlowProblem(`the organisation has no prompt named '${name}' any more`);
  return prompt;
}
