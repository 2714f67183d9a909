import type { CallableDataAction } from '../architect/data-action-contract';
import type { Definition } from '../architect/definition';
import type { FlowTree, UnknownTree } from '../architect/flow-tree';
import type { ShapeProblem } from '../architect/forms';
import { LineIndex, parseYaml, type YamlProblem } from '../architect/yaml/parse';
import { readFlow } from '../architect/yaml/read-flow';

/** A file with a flow, read. */
export interface FlowFile {
  /** As the user named it. */
  readonly file: string;
  readonly text: string;
  readonly lines: LineIndex;
  /** Absent where the text is no YAML. */
  readonly flow?: FlowTree | UnknownTree;
  readonly yamlProblems: readonly YamlProblem[];
  readonly shapeProblems: readonly ShapeProblem[];
}

/** Everything that is checked together. */
export interface Project {
  readonly files: readonly FlowFile[];
  /** Definitions at hand: data actions, triggers, contracts. None when only files are checked. */
  readonly definitions: readonly Definition[];
}

/** Reads one file; whatever is wrong with it is in the result. */
export function readFile(file: string, text: string): FlowFile {
  const { root, problems } = parseYaml(text);
  const read = root && readFlow(root);
  return {
    file,
    text,
    lines: new LineIndex(text),
    yamlProblems: problems,
    shapeProblems: read?.problems ?? [],
    ...(read ? { flow: read.flow } : {}),
  };
}

/** The data action a flow names, where its definition is at hand. */
export const dataActionNamed = (project: Project, category: string, name: string): CallableDataAction | undefined =>
  project.definitions.find(
    (definition): definition is CallableDataAction =>
      definition.definition === 'dataAction' &&
      definition.name === name &&
      'category' in definition &&
      definition.category === category,
  );
