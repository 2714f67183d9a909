import type { ActionList, ContainerReference } from '../nodes';
import type { Leaf } from './leaf';
import { keyName, type YamlMapping, type YamlNode } from '../yaml/node';

/**
 * A form describes once how a part of a flow looks in YAML. Reading, writing, checking and walking all follow from it.
 *
 * ```ts
 * struct({ duration: value('duration'), trimDurationNearMaxRunningTime: value('boolean') })
 * ```
 */
export interface Form<T> {
  /** The expected content, for messages: `a list of actions`. */
  readonly expects: string;
  /** True where Architect requires the part. */
  readonly required?: boolean;
  /** True where an export may have `null` in its place, which means that nothing is set. */
  readonly orNull?: boolean;
  /** Reads the part. Undefined where the YAML has another form; the form has then reported it to the reader. */
  read(yaml: YamlNode, reader: Reader): T | undefined;
  write(value: T, writer: Writer): YamlNode;
  /** Calls `visit` for every leaf in the order of the text. `path` is the present place: `outputs.success`. */
  walk(value: T, visit: (leaf: Leaf) => void, path: string): void;
}

/** The services for `read`. */
export interface Reader {
  problem(problem: ShapeProblem): void;
  readActions(list: YamlNode & { kind: 'sequence' }): ActionList;
}

/** The services for `write`. */
export interface Writer {
  /** The absolute path of a container: `/workflow/states/state[Initial State_10]`. */
  pathOf(reference: ContainerReference): string;
  writeActions(list: ActionList): YamlNode;
}

/** A part of the text with a wrong form. */
export interface ShapeProblem {
  readonly problem: 'unknownKey' | 'missingKey' | 'wrongForm' | 'unknownWord';
  readonly message: string;
  /** What is allowed and what to do, where the message does not say it. */
  readonly help?: string;
  /** Lower than that of the rule, where the platform may take the part. */
  readonly severity?: 'warning';
  readonly yaml: YamlNode;
}

/** Marks a field that Architect requires. */
export const required = <T>(form: Form<T>): Form<T> => ({ ...form, required: true });

const describe = (yaml: YamlNode): string => {
  if (yaml.kind === 'sequence') return 'a list';
  if (yaml.kind === 'mapping') return yaml.entries.length === 0 ? 'an empty map' : `a map with ${keysOf(yaml)}`;
  return yaml.value === null ? 'nothing' : JSON.stringify(yaml.value);
};

const keysOf = (yaml: YamlMapping): string => yaml.entries.map((e) => keyName(e.key)).join(', ');

/** Reports that the text has another form than the one expected. */
export function wrongForm(yaml: YamlNode, expects: string, reader: Reader): undefined {
  reader.problem({ problem: 'wrongForm', message: `expected ${expects}, found ${describe(yaml)}`, yaml });
  return undefined;
}
