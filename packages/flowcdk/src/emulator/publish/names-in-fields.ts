import { ExpressionError, parseCached, references, type Type } from '../../architect/expressions';
import { type Leaf, readValue } from '../../architect/forms';
import type { ValueNode } from '../../architect/values';
import { entry, type YamlNode } from '../../architect/yaml/node';
import { expectedType } from '../../check/expected-types';
import type { Project } from '../../check/project';
import type { Place } from '../../check/rule';
import { kindOfReference, type NamedKind } from '../state/kinds';

/** A name in a field of a flow. */
export interface NameInField {
  readonly kind: NamedKind;
  readonly name: string;
  readonly yaml?: YamlNode;
}

/** The kind of thing that a field names, by the type or the name in the form of the field. */
const kindOfField: Readonly<Partial<Record<string, NamedKind>>> = {
  ...kindOfReference,
  dataTable: 'datatable',
  decisionTable: 'decisionTable',
  flow: 'flow',
  flowMilestone: 'milestone',
  flowOutcome: 'outcome',
};

/** Every name in a field: a bare name, a literal `{ name }`, a list of those, or a prompt in an expression. */
export function namesInField(leaf: Leaf, place: Place, project: Project): readonly NameInField[] {
  if (leaf.role === 'name') {
    const kind = kindOfField[leaf.of];
    return kind ? [{ kind, name: leaf.name }] : [];
  }
  return leaf.role === 'value' ? namesInValue(leaf.value, expectedType(leaf, place, project)?.kind) : [];
}

/** Every name in a value. The kind of value says what a name means; undefined where nobody knows it. */
export function namesInValue(value: ValueNode, kind: Type['kind'] | undefined): readonly NameInField[] {
  switch (value.kind) {
    case 'literal':
      return kind === undefined ? [] : namesInLiteral(value.yaml, kind);
    case 'prompt':
      return typeof value.prompt === 'string' ? promptNamed(value.prompt) : namesInValue(value.prompt, 'prompt');
    case 'expression':
      return promptsIn(value.text);
    default:
      return [];
  }
}

/** The types of values that name a prompt. */
const prompts: readonly Type['kind'][] = ['prompt', 'audio', 'audioOrPrompt'];

function namesInLiteral(yaml: YamlNode, kind: Type['kind']): readonly NameInField[] {
  if (yaml.kind === 'sequence') {
    return yaml.items.flatMap((item) => {
      const value = readValue(item);
      return value.kind === 'raw' ? namesInLiteral(item, kind) : namesInValue(value, kind);
    });
  }
  const name = yaml.kind === 'mapping' ? entry(yaml, 'name')?.value : undefined;
  if (name?.kind !== 'scalar' || typeof name.value !== 'string') return [];
  if (prompts.includes(kind)) return promptNamed(name.value, name);
  const of = kindOfField[kind];
  return of ? [{ kind: of, name: name.value, yaml: name }] : [];
}

/** A user prompt: `welcome`, `Prompt.welcome`. System prompts exist in every org. */
function promptNamed(name: string, yaml?: YamlNode): readonly NameInField[] {
  const [, scope = '', bare = name] = /^(?:(Prompt|PromptUser|PromptSystem)\.)?(.*)$/is.exec(name) ?? [];
  if (/^promptsystem$/i.test(scope)) return [];
  return [{ kind: 'prompt', name: bare, ...(yaml ? { yaml } : {}) }];
}

/** The user prompts in an expression: `Prompt.welcome`. */
function promptsIn(text: string): readonly NameInField[] {
  if (!/prompt\./i.test(text)) return [];
  try {
    return references(parseCached(text))
      .filter(isUserPrompt)
      .flatMap((name) => promptNamed(name));
  } catch (problem) {
    // Another rule reports expressions that cannot be parsed.
    if (problem instanceof ExpressionError) return [];
    throw problem;
  }
}

const isUserPrompt = (reference: string): boolean => /^prompt\./i.test(reference);
