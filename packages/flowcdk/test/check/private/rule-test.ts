import type { Definition } from '../../../src/architect/definition';
import type { FlowKind } from '../../../src/ground/flow-kinds';
import { check } from '../../../src/check/check';
import { readFile } from '../../../src/check/project';
import type { Rule } from '../../../src/check/rule';
import { SILENCING } from '../../../src/check/silence';
import { rules } from '../../../src/check/rules';
import type { Finding } from '../../../src/ground/finding';
import { dataActionIn } from './data-action';
import { wrapped } from './wrapped';

export interface Around {
  readonly kind?: FlowKind;
  readonly definitions?: readonly Definition[];
}

/** What one rule finds in an example: a whole flow, the actions of one, or a data action. */
export function findingsIn(
  rule: Rule,
  example: string,
  { kind = 'workflow', definitions = [] }: Around = {},
): readonly Finding[] {
  const isTemplate = /^\s*dataAction:/.test(example);
  const project = isTemplate
    ? { files: [], definitions: [dataActionIn(example)] }
    : { files: [readFile('flow.yaml', wrapped(example, kind))], definitions };
  // What is silenced has to be found first.
  const active = rule.name === SILENCING ? rules : [rule];
  return check(project, { rules: active }).filter((finding) => finding.rule === rule.name);
}

/** The rule of a name. */
export function ruleNamed(name: string): Rule {
  const match = rules.find((rule) => rule.name === name);
  if (!match) throw new Error(`there is no rule ${name}`);
  return match;
}

type Examples = Readonly<Record<string, string>>;

/**
 * Runs one rule over examples, whose names are sentences of the rule. What is invalid tells its message; `helps` are
 * what the reader is told to do.
 */
export function ruleTest(
  rule: Rule,
  examples: {
    readonly valid: Examples;
    readonly invalid: Readonly<Record<string, readonly [example: string, ...messages: string[]]>>;
    readonly helps?: Readonly<Record<string, readonly [example: string, ...helps: (string | undefined)[]]>>;
  } & Around,
): void {
  describe(rule.name, () => {
    for (const [what, example] of Object.entries(examples.valid)) {
      test(`allows ${what}`, () => {
        expect(findingsIn(rule, example, examples).map(({ message }) => message)).toEqual([]);
      });
    }

    for (const [what, [example, ...messages]] of Object.entries(examples.invalid)) {
      test(`tells of ${what}`, () => {
        expect(findingsIn(rule, example, examples).map(({ message }) => message)).toEqual(messages);
      });
    }

    for (const [what, [example, ...helps]] of Object.entries(examples.helps ?? {})) {
      test(`helps with ${what}`, () => {
        expect(findingsIn(rule, example, examples).map(({ help }) => help)).toEqual(helps);
      });
    }
  });
}
