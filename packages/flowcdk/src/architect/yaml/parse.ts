import { MAX_CHARACTERS } from './limits';
import { type YamlNode } from './node';
import { placeholderElsewhere } from './placeholder';
import { type PlacedProblem, type YamlProblem } from './problem';
import { readEvents, type ReadEvents } from './read-events';
import { syntaxProblem } from './syntax-problem';
import { buildTree, type BuiltTree } from './tree-builder';

export { LineIndex, type Position, positionAt } from './position';
export { type YamlProblem } from './problem';

export interface ParsedYaml {
  /**
   * The tree, unless the syntax is broken. Where there are problems, the tree has a guess: the first of two equal keys,
   * a string for a bare `{{placeholder}}`, null for an unknown alias, and the first of several documents.
   */
  readonly root?: YamlNode;
  readonly problems: readonly YamlProblem[];
}

/**
 * Reads a YAML text and never throws. All errors are in `problems`, in words for the author of the text.
 *
 * The language is YAML 1.2 with the core types: only `true` and `false` are booleans, `yes` and `no` are strings.
 * Aliases become repetitions. Tags and comments are dropped (`findComments` finds comments).
 */
export function parseYaml(text: string, file?: string): ParsedYaml {
  const { root, problems } = read(text);
  const placed = file === undefined ? problems : problems.map((problem) => ({ ...problem, file }));
  return root === undefined ? { problems: placed } : { root, problems: placed };
}

function read(text: string): BuiltTree {
  if (text.length > MAX_CHARACTERS) return { problems: [tooLarge(text)] };
  let events: ReadEvents;
  try {
    events = readEvents(text);
  } catch (error) {
    return { problems: [syntaxProblem(text, error)] };
  }
  const tree = buildTree(text, events.events);
  if (events.isTemplate && tree.problems.length === 0) return { problems: [placeholderElsewhere(text)] };
  return isEmpty(tree.root) ? { problems: [...tree.problems, NOTHING_HERE] } : tree;
}

/** Whether the root is empty. `~` and `null` are values, an empty text is not. */
function isEmpty(root: YamlNode | undefined): boolean {
  return root === undefined || (root.kind === 'scalar' && root.text === '');
}

const NOTHING_HERE: PlacedProblem = {
  message: 'There is nothing in this text but white space and comments.',
  offset: 0,
  length: 0,
};

function tooLarge(text: string): PlacedProblem {
  return {
    message: `The text is ${text.length} characters long; at most ${MAX_CHARACTERS} are read.`,
    offset: 0,
    length: 0,
  };
}
