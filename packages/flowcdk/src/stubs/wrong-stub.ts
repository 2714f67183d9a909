import { type Finding, findingText } from '../ground/finding';

/** A stub, or a flow file, cannot be used. The message addresses the person who named it. */
export class WrongStub extends Error {
  /** What is wrong with flow files, with the places. Empty where a stub is wrong. */
  readonly findings: readonly Finding[];

  constructor(problem: string | readonly Finding[]) {
    super(typeof problem === 'string' ? problem : problem.map(findingText).join('\n'));
    this.findings = typeof problem === 'string' ? [] : problem;
  }
}
