import { join } from 'node:path';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { decision, endWorkflow, exp, string, workflow } from '../../src';
import { checkApplication, checkBeforeSynthesis } from '../../src/check/application';
import type { StackDefinitions } from '../../src/check/definitions';
import { OrganizationStack, synthesize } from '../../src/constructs';
import { shippedApplication } from '../../../../test/private/shipped';

const always = workflow({
  name: 'Always',
  inputs: { text: string() },
  actions: ({ text }) => [
    decision('Is it?', exp<boolean>`1 == 1`, { yes: [decision('Known?', exp<boolean>`IsSet(${text})`, {})] }),
    endWorkflow(),
  ],
});
/** Where this file says something for the first time. */
const lineOf = (text: string): number =>
  readFileSync(__filename, 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(text)) + 1;

const stacks: readonly StackDefinitions[] = [{ name: 'example', definitions: [always] }];

test('the application that is shipped has no error', () => {
  const findings = checkApplication(shippedApplication().stacks);

  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('a finding in a flow that is written in TypeScript names the line that wrote it', () => {
  const [finding] = checkApplication(stacks).filter(({ rule }) => rule === 'constant-condition');

  expect(finding).toMatchObject({
    path: 'Always / Initial State / Is it?',
    at: { file: 'example/flows/Always.workflow.yaml' },
    definedAt: { file: __filename, line: lineOf('Is it?') },
    excerpt: { text: expect.stringContaining('1 == 1') },
  });
});

describe('before a synthesis', () => {
  const severities = { 'constant-condition': 'error' } as const;

  test('only errors of rules count', () => {
    expect(checkBeforeSynthesis(stacks)).toEqual([]);
    expect(checkBeforeSynthesis(stacks, { severities })).toMatchObject([
      { rule: 'constant-condition', severity: 'error' },
    ]);
  });

  test('what is silenced is no error', () => {
    const silenced = [{ rule: 'constant-condition', path: 'Always / *', reason: 'an example' }];

    expect(checkBeforeSynthesis(stacks, { severities, silenced })).toEqual([]);
  });

  test('a silence without effect is no error, as rules that only warn are not asked', () => {
    const silenced = [{ rule: 'long-silence', path: '*', reason: 'an example' }];

    expect(checkBeforeSynthesis(stacks, { severities: { silencing: 'error' }, silenced })).toEqual([]);
  });

  test('an error keeps anything from being written', () => {
    const outdir = mkdtempSync(join(tmpdir(), 'flowcdk-check-'));
    const declare: Parameters<typeof synthesize>[0] = (app) => [
      new OrganizationStack(app, 'example', {
        organization: { region: 'eu-central-1' },
        definitions: [always],
      }),
    ];

    const { findings } = synthesize(declare, { outdir, check: { severities } });

    expect(findings).toMatchObject([{ rule: 'constant-condition' }]);
    expect(readdirSync(outdir)).toEqual([]);
    rmSync(outdir, { recursive: true });
  });
});
