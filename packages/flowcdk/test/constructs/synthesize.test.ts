import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Definition, disconnect, endWorkflow, findingText, inboundCall, queue, task, workflow } from '../../src';
import { OrganizationStack, synthesize } from '../../src/constructs';
import { filesIn, inTemporaryFolder } from './private/stack';

const greet = inboundCall({ name: 'Greet', startUp: () => task('Greet', [disconnect()]) });
const report = workflow({ name: 'Report', actions: () => [endWorkflow()] });

const write = (outdir: string, ...definitions: readonly Definition[]) =>
  synthesize((app) => [new OrganizationStack(app, 'reception', { organization: {}, definitions })], { outdir });

const messages = ({ findings }: ReturnType<typeof write>) => findings?.map(findingText);

test('what was written is told, with its size', () => {
  inTemporaryFolder((folder) => {
    const { files } = write(join(folder, 'out'), greet);

    expect(files?.map(({ path }) => path)).toEqual([
      'manifest.json',
      'stacks/reception/cdk.tf.json',
      'stacks/reception/flows/greet.inboundCall.yaml',
    ]);
    expect(files).toEqual(files?.map(({ path }) => ({ path, bytes: readFileSync(join(folder, 'out', path)).length })));
  });
});

test('folders above are made', () => {
  inTemporaryFolder((folder) => {
    write(join(folder, 'a/b/c'), greet);

    expect(existsSync(join(folder, 'a/b/c/stacks/reception/cdk.tf.json'))).toBe(true);
  });
});

describe('writing again', () => {
  test('what the last time wrote and this time does not goes, with folders that held nothing else', () => {
    inTemporaryFolder((out) => {
      write(out, greet, report);
      synthesize((app) => [new OrganizationStack(app, 'other', { organization: {}, definitions: [report] })], {
        outdir: out,
      });

      expect(Object.keys(filesIn(out))).toEqual([
        'flowcdk.json',
        'manifest.json',
        'stacks/other/cdk.tf.json',
        'stacks/other/flows/report.workflow.yaml',
      ]);
      expect(existsSync(join(out, 'stacks/reception'))).toBe(false);
    });
  });

  test('files of others stay: the state of Terraform, notes, anything', () => {
    inTemporaryFolder((out) => {
      write(out, greet, report);
      const others = ['stacks/reception/terraform.tfstate', 'stacks/reception/flows/notes.txt', 'README.md'];
      for (const path of others) writeFileSync(join(out, path), 'mine');
      write(out, report);

      expect(Object.keys(filesIn(out))).toEqual([
        'README.md',
        'flowcdk.json',
        'manifest.json',
        'stacks/reception/cdk.tf.json',
        'stacks/reception/flows/notes.txt',
        'stacks/reception/flows/report.workflow.yaml',
        'stacks/reception/terraform.tfstate',
      ]);
    });
  });

  test.each([
    ['names files elsewhere', '{"files": ["../victim.txt", "/victim.txt", "a/../../victim.txt", "."]}'],
    ['is no list', '{"files": "../victim.txt"}'],
    ['is no JSON', 'files:'],
  ])('a list of our files that %s makes us remove nothing', (_, list) => {
    inTemporaryFolder((folder) => {
      const out = join(folder, 'out');
      mkdirSync(out);
      writeFileSync(join(folder, 'victim.txt'), 'keep me');
      writeFileSync(join(out, 'flowcdk.json'), list);
      write(out, greet);

      expect(readFileSync(join(folder, 'victim.txt'), 'utf8')).toBe('keep me');
      expect(existsSync(join(out, 'stacks/reception/cdk.tf.json'))).toBe(true);
    });
  });
});

describe('where it cannot be written nothing changes', () => {
  test('the output folder is a file', () => {
    inTemporaryFolder((folder) => {
      const out = join(folder, 'out');
      writeFileSync(out, 'mine');

      expect(messages(write(out, greet))).toEqual([
        `${out} is a file, not a folder\n    Name a folder that is there or can be made: --out DIR.`,
      ]);
      expect(readFileSync(out, 'utf8')).toBe('mine');
    });
  });

  test('a folder above is a file', () => {
    inTemporaryFolder((folder) => {
      const out = join(folder, 'file/out');
      writeFileSync(join(folder, 'file'), 'mine');

      expect(messages(write(out, greet))).toEqual([
        `cannot write to ${out}: ENOTDIR: not a directory\n    Name a folder you may write to: --out DIR.`,
      ]);
      expect(filesIn(folder)).toEqual({ file: 'mine' });
    });
  });

  test('somebody has a folder where a file has to go', () => {
    inTemporaryFolder((out) => {
      write(out, greet);
      const before = filesIn(out);
      mkdirSync(join(out, 'stacks/reception/flows/report.workflow.yaml'));

      expect(messages(write(out, greet, report))).toEqual([
        `cannot write to ${out}: stacks/reception/flows/report.workflow.yaml is a folder\n    Name a folder you may write to: --out DIR.`,
      ]);
      expect(filesIn(out)).toEqual(before);
    });
  });

  test('somebody has a file where a folder has to go', () => {
    inTemporaryFolder((out) => {
      mkdirSync(join(out, 'stacks'));
      writeFileSync(join(out, 'stacks/reception'), 'mine');

      expect(messages(write(out, greet))?.join()).toContain(`cannot write to ${out}: `);
      expect(filesIn(out)).toEqual({ 'stacks/reception': 'mine' });
    });
  });

  test('a link leads nowhere', () => {
    inTemporaryFolder((folder) => {
      const out = join(folder, 'out');
      symlinkSync(join(folder, 'file/nowhere'), out);
      writeFileSync(join(folder, 'file'), 'mine');

      expect(messages(write(out, greet))?.join()).toContain(`cannot write to ${out}: `);
    });
  });
});

describe('where something is wrong nothing changes', () => {
  test('with a definition: everything wrong is told, at once', () => {
    inTemporaryFolder((out) => {
      write(out, greet);
      const before = filesIn(out);
      const wrong = workflow({ name: '', actions: () => [endWorkflow('x'.repeat(201))] });
      const { findings, files } = write(out, report, wrong, queue({ name: ' ' }));

      expect(findings?.map(({ rule }) => rule).sort()).toEqual(['flow-name', 'name-too-long', 'routing-name']);
      expect(files).toBeUndefined();
      expect(filesIn(out)).toEqual(before);
    });
  });

  test('with the code: what it threw comes out as it is', () => {
    inTemporaryFolder((out) => {
      write(out, greet);
      const before = filesIn(out);
      const declare = () => {
        throw new TypeError('no such database');
      };

      expect(() => synthesize(declare, { outdir: out })).toThrow(new TypeError('no such database'));
      expect(filesIn(out)).toEqual(before);
    });
  });
});

test('warnings are told and stop nothing', () => {
  inTemporaryFolder((out) => {
    const warning = { rule: 'odd', severity: 'warning', message: 'this is odd' } as const;
    const { warnings, files } = write(out, { ...report, problems: [warning] });

    expect(warnings).toEqual([warning]);
    expect(files).toHaveLength(3);
  });
});
