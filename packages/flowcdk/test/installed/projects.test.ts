import { existsSync, readdirSync } from 'node:fs';
import { inWork, describeInstalled, FLOWCDK, JEST, node, read, run, TSC } from './private/installed';

jest.setTimeout(600_000);

const thisNode = undefined;
const projects: readonly (readonly [string, readonly string[]])[] = [
  ['reception', ['reception']],
  ['blank', ['hello']],
  ['caller-identification', ['caller-identification', 'end-of-call-report']],
];

describeInstalled.each(projects)('a project of the template %s', (project, stacks) => {
  test('is written with tarballs, which is told', () => {
    const said = read(`${project}.init.log`);

    expect(said).toContain('vendor/');
    expect(said).toContain('npm install');
    expect(readdirSync(inWork(project, 'vendor')).filter((name) => name.endsWith('.tgz'))).toHaveLength(3);
  });

  test('is installed without a warning about engines, peers or vulnerable scripts', () => {
    expect(read(`${project}.log`)).not.toMatch(/EBADENGINE|ERESOLVE|install-scripts/);
  });

  test('has one cdktf and one constructs', () => {
    const { out } = run('npm', ['ls', '--all', '--parseable', 'cdktf', 'constructs', 'flowcdk'], inWork(project));
    const links = out.split('\n').flatMap((path) =>
      path
        .split(/node_modules[\\/]/)
        .slice(1)
        .slice(-1),
    );

    expect([...links].sort()).toEqual(['cdktf', 'constructs', 'flowcdk']);
  });

  test('compiles', () => {
    expect(node([TSC, '--noEmit'], project)).toEqual({ code: 0, out: '', err: '' });
  });

  test('passes its tests', () => {
    const { code, err } = node([JEST, '--ci'], project);

    expect([code, code === 0 ? '' : err]).toEqual([0, '']);
  });

  test('has nothing that flowcdk check finds', () => {
    expect(node([FLOWCDK, 'check'], project)).toMatchObject({ code: 0, out: expect.stringMatching(/^nothing found/) });
  });

  test('can be called', () => {
    expect(node([FLOWCDK, 'start'], project).code).toBe(0);
  });

  test('becomes Terraform, by flowcdk and by main.ts alike, which Terraform finds valid where the provider is', () => {
    expect(node([FLOWCDK, 'synth'], project)).toMatchObject({ code: 0, err: '' });
    expect(readdirSync(inWork(project, 'cdktf.out/stacks')).sort()).toEqual(stacks);
    const { app } = JSON.parse(read(project, 'cdktf.json')) as { readonly app: string };
    expect(node(app.split(' ').slice(1), project)).toEqual({ code: 0, out: '', err: '' });

    for (const stack of stacks) {
      const folder = inWork(project, 'cdktf.out/stacks', stack);
      // Without Terraform, or without the provider, nothing is claimed.
      if (run('terraform', ['init', '-backend=false', '-input=false'], folder).code !== 0) continue;
      expect(run('terraform', ['validate', '-no-color'], folder)).toMatchObject({ code: 0, err: '' });
    }
  });
});

describeInstalled.each([thisNode, 22, 24])('the reception on Node %s', (version) => {
  test.each([
    ['passes its tests', [JEST, '--ci']],
    ['is checked', [FLOWCDK, 'check']],
    ['becomes Terraform', [FLOWCDK, 'synth']],
    ['can be called', [FLOWCDK, 'start', '--press', '1,4711']],
  ])('%s', (_, args) => {
    const { code, err } = node(args, 'reception', version);

    expect([code, code === 0 ? '' : err]).toEqual([0, '']);
  });
});

describeInstalled('the readme of a project', () => {
  test.each(['reception', 'blank', 'caller-identification'])('of %s names files that are there', (project) => {
    const named = [...read(project, 'README.md').matchAll(/`((?:\.?[\w-]+\/)*\.?[\w-]+(?:\.\w+)+|(?:[\w-]+\/)+)`/g)]
      .map(([, path = '']) => path)
      .filter((path) => !path.startsWith('settings.') || path === 'settings.yaml');

    expect(named.filter((path) => !existsSync(inWork(project, path)))).toEqual([]);
    expect(named.length).toBeGreaterThan(3);
  });
});
