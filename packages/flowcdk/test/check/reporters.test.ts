import Ajv from 'ajv';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../../src/check/check';
import { readFile } from '../../src/check/project';
import { type Report, reporters, type Style } from '../../src/check/reporters';
import { rules } from '../../src/check/rules';
import type { Finding } from '../../src/ground/finding';
import { dataActionIn } from './private/data-action';
import { ruleNamed } from './private/rule-test';
import { sarifValidation } from './private/sarif-schema';

const plain: Style = { strong: String, quiet: String, bad: String, warn: String, good: String };

const flow = `inboundCall:
  name: Support line
  startUpRef: ./tasks/task[Greet]
  tasks:
    - task:
        name: Greet
        refId: Greet
        actions:
          - callTask: { name: Look them up, targetTaskRef: "./tasks/task[Gret]" }
          - decision:
              name: Always?
              condition: { exp: "1 == 1" }
          - disconnect: { name: Disconnect }
`;
const template = dataActionIn('dataAction: Find customer\nbody: \'{"a": "$input.a"}\'');
const project = { files: [readFile('flows/my flow.yaml', flow)], definitions: [template] };
const findings = check(project, {
  rules: rules.filter(({ name }) =>
    ['dangling-reference', 'constant-condition', 'template-input-unknown'].includes(name),
  ),
});
const report: Report = { findings, files: 2, rules, version: '1.2.3', folder: '/project' };

describe('pretty', () => {
  test('groups by file, and shows place, path, text, caret and what to do', () => {
    expect(reporters.pretty(report, plain)).toBe(`flows/my flow.yaml
  9:60    error  there is no task with the refId "Gret"  dangling-reference
          Support line / Greet / Look them up
          │ - callTask: { name: Look them up, targetTaskRef: "./tasks/task[Gret]" }
          │                                                  ^^^^^^^^^^^^^^^^^^^^
          Did you mean Greet? There are: Greet.
  12:33   warning  the condition is always true  constant-condition
          Support line / Greet / Always?
          │ condition: { exp: "1 == 1" }
          │                   ^^^^^^^^
          Take the condition out and leave the way that is taken, or compare with a variable.

the application
          error  there is no input a  template-input-unknown
          data action Find customer / body
          │ {"a": "$input.a"}
          │        ^^^^^^^^
          Inputs are: none.

2 errors, 1 warning in 1 of 2 files`);
  });

  test('says so where nothing is found', () => {
    expect(reporters.pretty({ ...report, findings: [] }, plain)).toBe('nothing found in 2 files');
  });

  test('colours errors and warnings on a terminal', () => {
    const style: Style = { ...plain, bad: (text) => `<bad>${text}</bad>`, warn: (text) => `<warn>${text}</warn>` };
    const text = reporters.pretty(report, style);

    expect(text).toContain('<bad>error</bad>');
    expect(text).toContain('<warn>^^^^^^^^</warn>');
  });

  const shown = (finding: Partial<Finding>): string =>
    reporters.pretty({ ...report, findings: [{ rule: 'x', severity: 'error', message: 'm', ...finding }] }, plain);

  test('lets nothing of a file do harm to the terminal', () => {
    const text = shown({ message: '\u001b[2J\u202e', excerpt: { text: '\u001b]0;x\u0007', column: 1, length: 3 } });

    expect([...text].filter((character) => '\u001b\u0007\u202e'.includes(character))).toEqual([]);
    expect(text).toContain('\\u001b[2J\\u202e');
  });

  test('shows the surroundings of the culprit in a long line', () => {
    const text = shown({ excerpt: { text: `${'a'.repeat(300)}HERE${'b'.repeat(300)}`, column: 301, length: 4 } });
    const [line = '', caret = ''] = text.split('\n').filter((part) => part.includes('│'));

    expect(line.length).toBeLessThan(130);
    expect(line.slice(caret.indexOf('^'), caret.lastIndexOf('^') + 1)).toBe('HERE');
  });

  test('names the line of TypeScript a flow is defined at', () => {
    expect(shown({ definedAt: { file: '/project/flows/support.ts', line: 3, column: 5 } })).toContain(
      'flows/support.ts:3:5',
    );
  });
});

describe('json', () => {
  const schema = JSON.parse(readFileSync(join(__dirname, '../../../../docs/check-json.schema.json'), 'utf8')) as object;
  const data = JSON.parse(reporters.json(report, plain)) as unknown;

  test('has the documented form', () => {
    const ajv = new Ajv();

    expect(ajv.validate(schema, data) || ajv.errors).toBe(true);
  });

  test('has everything that is known of a finding', () => {
    expect(data).toMatchObject({ version: 1, summary: { files: 2, errors: 2, warnings: 1 }, findings });
  });

  test('the example of its page has the documented form', () => {
    const page = readFileSync(join(__dirname, '../../../../docs/check-json.md'), 'utf8');
    const example = /```json\n([^]*?)```/.exec(page)?.[1] ?? '';

    expect(new Ajv().validate(schema, JSON.parse(example))).toBe(true);
  });
});

describe('sarif', () => {
  const data = JSON.parse(reporters.sarif(report, plain)) as {
    readonly runs: readonly [
      {
        readonly results: readonly object[];
        readonly tool: { readonly driver: { readonly rules: readonly { id: string }[] } };
      },
    ];
  };
  const [{ results, tool }] = data.runs;

  describe('has the form of the standard', () => {
    const isValid = sarifValidation();
    const written = (findings: readonly Finding[], folder = report.folder): object =>
      JSON.parse(reporters.sarif({ ...report, findings, folder }, plain)) as object;
    const at = { file: '/project/flows/a.yaml', line: 1, column: 1 };
    const finding: Finding = { rule: 'x', severity: 'warning', message: 'm' };

    test.each<readonly [what: string, data: object]>([
      ['findings in flows and templates', data],
      ['no finding', written([])],
      ['a finding of no place', written([finding])],
      ['a finding of a definition', written([{ ...finding, path: 'data action A' }])],
      ['a finding without excerpt', written([{ ...finding, at, help: 'h' }])],
      ['a file outside the folder', written([{ ...finding, at: { ...at, file: '/other/é [1].yaml' } }])],
      ['a file of Windows', written([{ ...finding, at: { ...at, file: 'C:\\flows\\a b.yaml' } }])],
      ['a file of unusual name', written([{ ...finding, at: { ...at, file: 'a%20#?.yaml' } }])],
    ])('%s', (_, log) => {
      expect(isValid(log) || isValid.errors).toBe(true);
    });

    test('which refuses what it does not know', () => {
      expect(isValid({ ...written([]), version: '2.0.0' })).toBe(false);
      expect(isValid(written([{ ...finding, at: { ...at, line: 0 } }]))).toBe(false);
    });
  });

  test('names the file as a URI from the folder, and the place', () => {
    expect(results[0]).toMatchObject({
      ruleId: 'dangling-reference',
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'flows/my%20flow.yaml' },
            region: { startLine: 9, startColumn: 60, endColumn: 80 },
          },
          logicalLocations: [{ fullyQualifiedName: 'Support line / Greet / Look them up' }],
        },
      ],
    });
  });

  test('says what is wrong and what to do, or what is wrong alone', () => {
    const bare: Finding = { rule: 'x', severity: 'warning', message: 'it is wrong' };
    const log = JSON.parse(
      reporters.sarif({ ...report, findings: [bare, { ...bare, help: 'Mend it.' }] }, plain),
    ) as object;
    expect(log).toMatchObject({
      runs: [{ results: [{ message: { text: 'it is wrong' } }, { message: { text: 'it is wrong. Mend it.' } }] }],
    });
  });

  test('says what a rule protects from', () => {
    const { name, protectsFrom, severity, family } = ruleNamed('constant-condition');
    expect(tool.driver.rules).toContainEqual({
      id: name,
      shortDescription: { text: `Protects from ${protectsFrom}.` },
      defaultConfiguration: { level: severity },
      properties: { tags: [family] },
    });
  });

  test('describes every rule, also of findings that come from elsewhere', () => {
    const other: Finding = { rule: 'name-taken', severity: 'error', message: 'm' };
    const text = reporters.sarif({ ...report, findings: [other] }, plain);

    expect(tool.driver.rules.map(({ id }) => id)).toEqual(rules.map(({ name }) => name));
    expect(JSON.parse(text)).toMatchObject({ runs: [{ results: [{ ruleIndex: rules.length, locations: [] }] }] });
  });
});

describe('too many findings of one rule in a file', () => {
  const at = (file: string, line: number) => ({ file, line, column: 1 });
  const many = Array.from({ length: 250 }, (_, i): Finding => ({
    rule: 'unknown-key',
    severity: 'error',
    message: `key ${i}`,
    at: at('a.yaml', i + 1),
  }));
  const others: readonly Finding[] = [
    { rule: 'unknown-key', severity: 'error', message: 'another file', at: at('b.yaml', 1) },
    { rule: 'no-failure-path', severity: 'warning', message: 'another rule', at: at('a.yaml', 300) },
  ];
  const large: Report = { ...report, findings: [...many, ...others], files: 2 };
  const schema = JSON.parse(readFileSync(join(__dirname, '../../../../docs/check-json.schema.json'), 'utf8')) as object;

  test('are counted and not all listed for people', () => {
    const text = reporters.pretty(large, plain);

    expect(text.match(/ key \d+ /g)).toHaveLength(100);
    expect(text).toContain('          error  and 150 more of this rule  unknown-key\n\nb.yaml');
    expect(text).toContain('another file');
    expect(text).toContain('another rule');
    expect(text).toContain('251 errors, 1 warning in 2 of 2 files');
  });

  test('are counted for programs', () => {
    const data = JSON.parse(reporters.json(large, plain)) as { readonly findings: readonly Finding[] };

    expect(data).toMatchObject({
      summary: { errors: 251, warnings: 1 },
      more: [{ rule: 'unknown-key', severity: 'error', file: 'a.yaml', count: 150 }],
    });
    expect(data.findings).toHaveLength(102);
    expect(new Ajv().validate(schema, data)).toBe(true);
  });

  test('are counted in the notices of a SARIF run', () => {
    const log = JSON.parse(reporters.sarif(large, plain)) as {
      readonly runs: readonly [{ readonly results: object[] }];
    };

    expect(log).toMatchObject({
      runs: [
        {
          invocations: [
            {
              executionSuccessful: true,
              toolExecutionNotifications: [
                { level: 'error', message: { text: '150 more findings of unknown-key in a.yaml' } },
              ],
            },
          ],
        },
      ],
    });
    expect(log.runs[0].results).toHaveLength(102);
    expect(sarifValidation()(log)).toBe(true);
  });

  test.each([
    [10, 12],
    [Infinity, 252],
  ])('are listed as far as somebody wants: %d', (most, count) => {
    const data = JSON.parse(reporters.json({ ...large, most }, plain)) as { readonly findings: readonly Finding[] };

    expect(data.findings).toHaveLength(count);
  });
});
