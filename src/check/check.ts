import type { YamlNode } from '../architect/yaml/node';
import type { Finding, Severity } from '../finding';
import type { FlowFile, Project } from './project';
import type { Found, Rule } from './rule';
import { rules as allRules } from './rules';
import { walkFlow } from './walk';

export interface CheckOptions {
  /** Severity by name of the rule; `off` silences it. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  /** @default all rules */
  readonly rules?: readonly Rule[];
}

/** Checks everything at once. Findings come in the order of the files and of their text. */
export function check(project: Project, { severities = {}, rules = allRules }: CheckOptions = {}): Finding[] {
  const findings: Finding[] = [];
  const active = rules.filter(({ name }) => severities[name] !== 'off');
  const listeners = active.map((rule) =>
    rule.start((found) => findings.push(findingOf(rule, found, severities[rule.name] as Severity | undefined))),
  );
  for (const file of project.files) {
    findings.push(...file.yamlProblems.map((problem) => notYaml(file, problem)));
    if (!file.flow) continue;
    if (file.flow.kind !== 'unknown') walkFlow(file, file.flow, listeners);
    else findings.push(...file.shapeProblems.map(({ message, yaml }) => located('unknown-root', 'error', { message, file, yaml })));
  }
  for (const listener of listeners) listener.project?.(project);
  const order = new Map(project.files.map(({ file }, i) => [file, i]));
  return findings.map((finding, i) => ({ finding, i })).sort(byPlace(order)).map(({ finding }) => finding);
}

interface Numbered {
  readonly finding: Finding;
  readonly i: number;
}

const byPlace = (files: ReadonlyMap<string, number>) => (a: Numbered, b: Numbered): number => {
  const file = ({ finding }: Numbered): number => files.get(finding.at?.file ?? '') ?? Number.MAX_SAFE_INTEGER;
  const place = ({ finding: { at } }: Numbered): number => (at ? at.line * 1e5 + at.column : 0);
  return file(a) - file(b) || place(a) - place(b) || a.i - b.i;
};

const findingOf = (rule: Rule, found: Found, severity: Severity | undefined): Finding =>
  located(rule.name, severity ?? found.severity ?? rule.severity, found);

const notYaml = (file: FlowFile, { message, offset, length }: { message: string; offset: number; length: number }): Finding =>
  located('yaml', 'error', { message, file, within: { offset, length } });

/** A finding with its line, column and the text around. */
function located(rule: string, severity: Severity, { message, help, path, file, yaml, within }: Found): Finding {
  const place = file && excerptOf(file, yaml, within);
  return {
    rule,
    severity,
    message,
    ...(help === undefined ? {} : { help }),
    ...(path === undefined ? {} : { path }),
    ...place,
  };
}

type Excerpt = Pick<Finding, 'at' | 'excerpt'>;

function excerptOf({ file, text, lines }: FlowFile, yaml: YamlNode | undefined, within: Found['within']): Excerpt {
  const start = yaml === undefined ? 0 : Math.max(0, yaml.offset);
  const [from, to] = within
    ? yaml
      ? [insideScalar(text, yaml, within.offset), insideScalar(text, yaml, within.offset + within.length)]
      : [within.offset, within.offset + within.length]
    : [start, yaml?.end ?? start];
  const { line, column } = lines.positionAt(from);
  const lineStart = from - (column - 1);
  const newline = text.indexOf('\n', lineStart);
  const lineEnd = newline < 0 ? text.length : newline;
  const source = text.slice(lineStart, Math.min(lineEnd, lineStart + LONGEST_EXCERPT)).replace(/\r$/, '');
  return {
    at: { file, line, column },
    excerpt: { text: source, column, length: Math.max(1, Math.min(to, lineEnd) - from) },
  };
}

const LONGEST_EXCERPT = 400;

/** The offset in the text of a character of a scalar's value: quotes and escapes count. */
function insideScalar(text: string, yaml: YamlNode, index: number): number {
  const { offset, end } = yaml;
  if (yaml.kind !== 'scalar' || offset < 0) return Math.max(0, offset);
  const quote = text[offset];
  if (quote !== '"' && quote !== "'") return Math.min(offset + index, end);
  let at = offset + 1;
  for (let n = 0; n < index && at < end; n++) at += escapeLength(text, at, quote);
  return at;
}

function escapeLength(text: string, at: number, quote: string): number {
  if (quote === "'") return text.startsWith("''", at) ? 2 : 1;
  if (text[at] !== '\\') return 1;
  const long = { x: 4, u: 6, U: 10 }[text[at + 1] ?? ''];
  return long ?? 2;
}
