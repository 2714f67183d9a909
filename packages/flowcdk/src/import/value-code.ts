import type { DefinitionKind } from '../architect/definition';
import { literalDuration, literalName, literalScalar, type ValueNode } from '../architect/values';
import type { DurationLiteral } from '../architect/types';
import { writeValue } from '../architect/forms';
import { toData, type YamlNode, type YamlData } from '../architect/yaml/node';
import type { ValueType } from '../architect/forms';
import { call, type Code, list, literal, name, object, typedCall } from './code';
import { expressionCode, type ExpressionScope, typeOfExpression } from './expression-code';
import { areSame, typeNamed, typeScriptType, type VariableType } from './variable-types';

/** What the code of a value needs of the flow around it. */
export interface ValueScope extends ExpressionScope {
  /** The code of a thing that the organisation has. */
  definition(kind: DefinitionKind, name: string): Code;
  /** A text that a caller hears or reads. */
  text(text: string): Code;
}

/** The code of the values of a flow, by the types of their fields. */
export class ValueCode {
  constructor(private readonly scope: ValueScope) {}

  /** The code of a value of a type. Undefined where the file has no value. */
  of(node: ValueNode | undefined, type: ValueType): Code | undefined {
    if (node === undefined) return undefined;
    if (type === 'audio') return this.audio(node);
    return this.typed(node, typeNamed(type), typeScriptOf(type));
  }

  /** A message that somebody reads. */
  message(node: ValueNode | undefined): Code | undefined {
    const text = literalScalar(node);
    return typeof text === 'string' ? this.scope.text(text) : this.of(node, 'string');
  }

  /** The same, but a value that is explicitly unset has no code: its builder writes it so by itself. */
  orUnset(node: ValueNode | undefined, type: ValueType): Code | undefined {
    return isNoValue(node) ? undefined : this.of(node, type);
  }

  /** The code of a value of a declared type, such as the input of a data action. */
  ofVariableType(node: ValueNode, type: VariableType | undefined): Code {
    return this.typed(node, type, type && typeScriptType(type));
  }

  /** The type that a value has by itself. Undefined where it is not known. */
  typeOf(node: ValueNode): VariableType | undefined {
    if (node.kind === 'expression' && node.scalar === undefined) {
      return this.scope.variable(node.text)?.type ?? typeOfExpression(node.text, this.scope);
    }
    if (node.kind !== 'literal' || node.yaml.kind !== 'scalar') return undefined;
    const { value } = node.yaml;
    if (typeof value === 'string') return { kind: 'string', collection: false };
    if (typeof value === 'boolean') return { kind: 'boolean', collection: false };
    if (typeof value === 'number') return { kind: Number.isInteger(value) ? 'integer' : 'decimal', collection: false };
    return undefined;
  }

  /**
   * The variable that an output goes to. Undefined where the flow does not keep the output or does not declare the
   * variable. Throws where the variable has another type.
   */
  binding(node: ValueNode | undefined, type: VariableType | undefined): Code | undefined {
    if (node?.kind !== 'variable') return undefined;
    const variable = this.scope.variable(node.name);
    if (variable && type && !areSame(variable.type, type)) throw new Error(`${node.name} cannot take this output`);
    return variable?.code;
  }

  private typed(node: ValueNode, type: VariableType | undefined, typeScript: string | undefined): Code {
    switch (node.kind) {
      case 'literal':
        return this.literal(node.yaml, type) ?? this.raw(node, typeScript);
      case 'expression':
        return node.scalar ? this.raw(node, typeScript) : expressionCode(node.text, typeScript, this.scope);
      case 'noValue':
        return name(node.fallback === false ? 'noValueWithNoFallback' : 'noValue');
      default:
        return this.raw(node, typeScript);
    }
  }

  private literal(yaml: YamlNode, type: VariableType | undefined): Code | undefined {
    if (type?.collection) {
      if (yaml.kind !== 'sequence') return undefined;
      const items = yaml.items.map((item) => {
        const only = item.kind === 'mapping' && item.entries.length === 1 ? item.entries[0] : undefined;
        return only?.key.value === 'lit' ? this.literal(only.value, { ...type, collection: false }) : undefined;
      });
      return items.every((item) => item !== undefined) ? list(items) : undefined;
    }
    const node: ValueNode = { kind: 'literal', yaml };
    if (yaml.kind === 'scalar') return scalarFits(yaml.value, type) ? literal(yaml.value) : undefined;
    if (type?.kind === 'duration') {
      const duration = literalDuration(node);
      return duration && durationCode(duration);
    }
    if (type?.kind === 'currency') return dataCode(toData(yaml));
    const named = yaml.kind === 'mapping' && yaml.entries.length === 1 ? literalName(node) : undefined;
    return named === undefined || type === undefined ? undefined : this.named(type, named);
  }

  /** An object of the organisation, by its name. */
  private named({ kind }: VariableType, text: string): Code {
    const of = kind === 'prompt' ? 'userPrompt' : definable.find((known) => known === kind);
    if (of === undefined || (of === 'userPrompt' && !text.startsWith('Prompt.')))
      return object({ name: literal(text) });
    return this.scope.definition(of, of === 'userPrompt' ? text.slice('Prompt.'.length) : text);
  }

  private audio(node: ValueNode): Code {
    if (node.kind === 'tts') return this.scope.text(node.text);
    if (node.kind === 'expression' && node.scalar === undefined) return expressionCode(node.text, 'Audio', this.scope);
    if (node.kind === 'prompt') {
      if (typeof node.prompt !== 'string') {
        return call('prompt', expressionCode(node.prompt.text, 'Prompt', this.scope));
      }
      return node.prompt.startsWith('Prompt.')
        ? this.scope.definition('userPrompt', node.prompt.slice('Prompt.'.length))
        : call('prompt', literal(node.prompt));
    }
    return this.raw(node, 'Audio');
  }

  private raw(node: ValueNode, typeScript: string | undefined): Code {
    return typedCall('rawValue', typeScript ?? 'unknown', dataCode(toData(writeValue(node))));
  }
}

/** The kinds of definitions that stand for a literal of the same kind. */
const definable = [
  'queue',
  'user',
  'skill',
  'languageSkill',
  'group',
  'wrapupCode',
  'schedule',
  'scheduleGroup',
  'emergencyGroup',
] as const satisfies readonly DefinitionKind[];

export const isNoValue = (node: ValueNode | undefined): boolean => node?.kind === 'noValue' && node.fallback !== false;

const typeScriptOf = (type: ValueType): string | undefined => {
  if (type === 'communication') return 'Communication';
  const declared = typeNamed(type);
  return declared && typeScriptType(declared);
};

function scalarFits(value: string | number | boolean | null, type: VariableType | undefined): boolean {
  if (type === undefined) return value !== null;
  switch (type.kind) {
    case 'string':
      return typeof value === 'string';
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return typeof value === 'number';
    case 'decimal':
      return typeof value === 'number' || typeof value === 'string';
    default:
      return false;
  }
}

const units: Readonly<Record<string, string>> = {
  days: 'days',
  hours: 'hours',
  minutes: 'minutes',
  seconds: 'seconds',
  ms: 'milliseconds',
};

/** `seconds(5)`; `{ minutes: 1, seconds: 30 }` for a time of several parts. */
function durationCode(duration: DurationLiteral): Code {
  const entries = Object.entries(duration as Readonly<Record<string, number>>);
  const [only] = entries;
  const unit = only && entries.length === 1 ? units[only[0]] : undefined;
  return unit !== undefined && only ? call(unit, literal(only[1])) : dataCode(Object.fromEntries(entries));
}

/** Plain data as code. */
export function dataCode(data: YamlData | { readonly [key: string]: YamlData }): Code {
  if (Array.isArray(data)) return list(data.map(dataCode));
  if (typeof data !== 'object' || data === null) return literal(data);
  return { kind: 'object', entries: Object.entries(data).map(([key, value]) => ({ key, value: dataCode(value) })) };
}
