import { defined } from '../ground/defined';
import type { Finding, Severity } from '../ground/finding';
import { excerptOf } from './excerpt';
import { holdsPlaceholder } from './placeholders';
import type { FlowFile, Project } from './project';
import type { RuleProblem, Rule } from './rule';
import { rules as allRules } from './rules';
import { withoutSilenced, type Silence } from './silence';
import { audienceOf, walkFlow } from './walk';

export interface CheckOptions {
  /** Severity by name of the rule; `off` silences it. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>> | undefined;
  /** Findings that somebody has looked at and accepted. */
  readonly silenced?: readonly Silence[] | undefined;
  /** @default all rules */
  readonly rules?: readonly Rule[] | undefined;
}

/** Checks everything at once. Findings come in the order of the files and of their text. */
export function check(project: Project, options: CheckOptions = {}): Finding[] {
  const { severities = {}, rules = allRules, silenced = [] } = options;
  const findings: Finding[] = [];
  const active = rules.filter(({ name }) => severities[name] !== 'off');
  const audience = audienceOf(
    active.map((rule) =>
      rule.start((problem) => {
        if (!isUnknowable(problem)) findings.push(findingOf(rule, problem, severities[rule.name]));
      }, project),
    ),
  );
  for (const file of project.files) {
    for (const listen of audience.file) listen(file);
    if (file.flow && file.flow.kind !== 'unknown') walkFlow(file, file.flow, audience);
  }
  for (const listen of audience.project) listen(project);
  const kept = withoutSilenced(findings, project.files, { silenced, severities, rules });
  return inOrder(kept, project.files);
}

function inOrder(findings: readonly Finding[], files: readonly FlowFile[]): Finding[] {
  const order = new Map(files.map(({ file }, i) => [file, i]));
  const file = ({ at }: Finding): number => order.get(at?.file ?? '') ?? Number.MAX_SAFE_INTEGER;
  const byPlace = (a: Finding, b: Finding): number =>
    file(a) - file(b) || (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0);
  return [...findings].sort(byPlace);
}

/** A value with a placeholder cannot be judged before the placeholder is filled in. */
const isUnknowable = ({ file, yaml }: RuleProblem): boolean =>
  file?.placeholders !== undefined && yaml !== undefined && holdsPlaceholder(yaml, file.placeholders);

function findingOf(rule: Rule, problem: RuleProblem, override: Severity | 'off' | undefined): Finding {
  const { message, help, path, file, yaml, within, at, excerpt } = problem;
  const severity = override === undefined || override === 'off' ? (problem.severity ?? rule.severity) : override;
  return defined({
    rule: rule.name,
    severity,
    message,
    help,
    path,
    at,
    excerpt,
    ...(file && excerptOf(file, yaml, within)),
  });
}
