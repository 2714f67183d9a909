import { boundedFindings } from '../ground/bounded-findings';
import { type Finding, findingText } from '../ground/finding';

/** A stub, or a flow file, cannot be used. The message addresses the person who named it. */
export class WrongStub extends Error {
  /** What is wrong with flow files, with the places. Empty where a stub is wrong. */
  readonly findings: readonly Finding[];

  constructor(problem: string | readonly Finding[]) {
    super(typeof problem === 'string' ? problem : textOf(problem));
    this.findings = typeof problem === 'string' ? [] : problem;
  }
}

function textOf(findings: readonly Finding[]): string {
  const { shown, more } = boundedFindings(findings);
  return [...shown.map(findingText), ...more.map(({ rule, count }) => `and ${count} more of ${rule}`)].join('\n');
}
