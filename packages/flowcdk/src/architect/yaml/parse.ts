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
   * The tree, unless the syntax broke. It may come with problems, and then a guess stands where each of them is: of a
   * key that stands twice it has the first, a `{{placeholder}}` is a string that remembers it stood bare, an alias that
   * means nothing is null, and of several documents it is the first one.
   */
  readonly root?: YamlNode;
  readonly problems: readonly YamlProblem[];
}

/**
 * Reads a YAML text and never throws: whatever is wrong is in `problems`, in words for the person who wrote the text.
 *
 * YAML 1.2 with the core types: only `true` and `false` are booleans, `yes` and `no` are strings. Aliases become
 * repetitions, tags and comments are not kept (`findComments` finds the latter).
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

/** `~` and `null` are a value somebody wrote; an empty root is not. */
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
