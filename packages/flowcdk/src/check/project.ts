import { defined } from '../ground/defined';
import type { Definition } from '../architect/definition';
import type { FlowTree, UnknownTree } from '../architect/flow-tree';
import type { ShapeProblem } from '../architect/forms';
import type { Finding } from '../ground/finding';
import { LineIndex, parseYaml, type YamlProblem } from '../architect/yaml/parse';
import { readFlow } from '../architect/yaml/read-flow';
import { isPlaceholder, type Placeholder, placeholdersIn, withStandIns } from './placeholders';

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
  /** The placeholders that Terraform or Archy will fill in. */
  readonly placeholders?: readonly Placeholder[];
  /** What the reader of the file has to say, where the file is no YAML itself but an export with YAML in it. */
  readonly notes?: readonly Finding[];
}

/** Everything that is checked together. */
export interface Project {
  readonly files: readonly FlowFile[];
  /** Definitions at hand: data actions, triggers, contracts. None when only files are checked. */
  readonly definitions: readonly Definition[];
}

/** A file without a text, because it could not be read. The notes say why. */
export const unreadFile = (file: string, notes: readonly Finding[]): FlowFile => ({
  file,
  text: '',
  lines: new LineIndex(''),
  yamlProblems: [],
  shapeProblems: [],
  notes,
});

/**
 * Reads one file. The result holds whatever is wrong with it.
 *
 * @param notes what is to be said of the file besides
 */
export function readFile(file: string, text: string, notes?: readonly Finding[]): FlowFile {
  const placeholders = placeholdersIn(text);
  const { root, problems } = parse(text, placeholders);
  const read = root && readFlow(root);
  return defined({
    file,
    text,
    lines: new LineIndex(text),
    yamlProblems: problems.filter((problem) => !isPlaceholder(problem, placeholders)),
    shapeProblems: read?.problems ?? [],
    flow: read?.flow,
    placeholders: placeholders.length > 0 ? placeholders : undefined,
    notes,
  });
}

/** A placeholder may break the syntax (`name: &{{a}} b`); then a text of the same length stands in for each. */
function parse(text: string, placeholders: readonly Placeholder[]): ReturnType<typeof parseYaml> {
  const parsed = parseYaml(text);
  return parsed.root || placeholders.length === 0 ? parsed : parseYaml(withStandIns(text, placeholders));
}

/** What is wrong with a file that is no flow, with the places in its text. */
export const problemTexts = ({ yamlProblems, shapeProblems, lines }: FlowFile): readonly string[] =>
  [
    ...yamlProblems.map(({ message, offset }) => ({ message, offset })),
    ...shapeProblems.map(({ message, yaml }) => ({ message, offset: Math.max(0, yaml.offset) })),
  ].map(({ message, offset }) => {
    const { line, column } = lines.positionAt(offset);
    return `line ${line}, column ${column}: ${message}`;
  });
