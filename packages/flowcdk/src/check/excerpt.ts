import type { YamlNode } from '../architect/yaml/node';
import type { Finding } from '../ground/finding';
import type { FlowFile } from './project';
import type { RuleProblem } from './rule';
import { insideScalar } from './inside-scalar';

type Excerpt = Pick<Finding, 'at' | 'excerpt'>;

/** The line and column of a part of a file, and the text there; the file itself where no part is given. */
export function excerptOf(
  { file, text, lines }: FlowFile,
  yaml: YamlNode | undefined,
  within: RuleProblem['within'],
): Excerpt {
  const [from, to] = rangeOf(text, yaml, within);
  const { line, column } = lines.positionAt(from);
  // A very long line is cut to the surroundings of the culprit.
  const start = column > LONGEST_EXCERPT ? from - CONTEXT : from - (column - 1);
  const source = /^[^\r\n]*/.exec(text.slice(start, start + LONGEST_EXCERPT))?.[0] ?? '';
  const culprit = Math.min(to, start + source.length) - from;
  return {
    at: { file, line, column },
    excerpt: { text: source, column: from - start + 1, length: Math.max(1, culprit) },
  };
}

const LONGEST_EXCERPT = 400;
const CONTEXT = 60;

function rangeOf(text: string, yaml: YamlNode | undefined, within: RuleProblem['within']): readonly [number, number] {
  if (yaml === undefined) return within ? [within.offset, within.offset + within.length] : [0, 0];
  if (!within || yaml.offset < 0) return [Math.max(0, yaml.offset), Math.max(0, yaml.end)];
  return [insideScalar(text, yaml, within.offset), insideScalar(text, yaml, within.offset + within.length)];
}
