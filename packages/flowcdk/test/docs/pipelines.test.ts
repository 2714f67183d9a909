import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { App } from '@flowcdk/provider-genesyscloud/cdktf';
import { declareStacks } from '../../src/constructs';
import { shippedApplication } from '../../../../test/private/shipped';
import { root } from './page';

// The templates are for others to copy; what they say of this application has to be true here.

const text = (name: string): string => readFileSync(join(root, 'docs/ci', name), 'utf8');
const names = ['github-actions.yml', 'gitlab-ci.yml'];

const applicationStacks = () => declareStacks(new App({ stackTraces: false }), shippedApplication());
const secrets = () =>
  applicationStacks().flatMap((stack) => Object.keys((stack.toTerraform() as { variable: object }).variable));

test.each(names)('%s is YAML', (name) => {
  expect(load(text(name))).toEqual(expect.any(Object));
});

test.each(names)('%s has exactly the stacks of the application', (name) => {
  const lists = [...text(name).matchAll(/stack: \[(.*)\]/gi)].map(({ 1: list = '' }) => list.split(', '));

  expect(new Set(lists.flat())).toEqual(new Set(applicationStacks().map(({ node }) => node.id)));
});

test('the GitHub template hands over every secret of the application', () => {
  const inTemplate = [...text('github-actions.yml').matchAll(/TF_VAR_(\w+):/g)].map(({ 1: name }) => name);

  expect(inTemplate.sort()).toEqual(secrets().sort());
});

test('docs/deploying.md lists every secret of the application', () => {
  const page = readFileSync(join(root, 'docs/deploying.md'), 'utf8');
  const listed = [...page.matchAll(/`TF_VAR_(\w+)`/g)].map(({ 1: name }) => name);

  expect(listed.sort()).toEqual(secrets().sort());
});

const scripts = Object.keys(
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly scripts: object }).scripts,
);

test.each(names)('%s runs scripts that exist', (name) => {
  const run = [...text(name).matchAll(/npm (?:run ([\w:-]+)|(test))/g)].map(({ 1: script, 2: test }) => script ?? test);

  expect(run.filter((script) => !scripts.includes(script ?? ''))).toEqual([]);
});

test.each(names)('%s tests first, plans for a request and applies on merge', (name) => {
  const pipeline = load(text(name)) as {
    readonly jobs?: Readonly<Record<string, unknown>>;
    readonly stages?: string[];
  };

  expect(pipeline.stages ?? Object.keys(pipeline.jobs ?? {})).toEqual(
    name === 'gitlab-ci.yml' ? ['test', 'synth', 'plan', 'apply'] : ['test', 'plan', 'apply'],
  );
});

describe('the template reception has the same pipelines', () => {
  const template = join(root, 'packages/flowcdk/templates/reception');
  const general = (pipeline: string): string =>
    pipeline
      .replace(/^#.*\n/, '')
      .replace(/\[caller-identification, end-of-call-report\]/g, '[reception]')
      .replace(/( +TF_VAR_\w+: .*\n)+/g, '          TF_VAR_workshop_api_key: ${{ secrets.WORKSHOP_API_KEY }}\n');

  test.each([
    ['github-actions.yml', '.github/workflows/deploy.yml'],
    ['gitlab-ci.yml', '.gitlab-ci.yml'],
  ])('%s, but for stacks and secrets', (name, own) => {
    expect(readFileSync(join(template, own), 'utf8').replace(/^#.*\n/, '')).toBe(general(text(name)));
  });

  test('with its secret', () => {
    expect(readFileSync(join(template, 'data-actions/workshop.ts'), 'utf8')).toContain("secret('workshop_api_key'");
  });
});
