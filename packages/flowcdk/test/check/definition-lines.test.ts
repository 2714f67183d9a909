import { readFileSync } from 'node:fs';
import { decision, endWorkflow, exp, wait, seconds, workflow } from '../../src';
import { definitionLines } from '../../src/check/definition-lines';
import { readFile } from '../../src/check/project';
import { flowYaml } from '../../src/architect/flows/definition';

const flow = workflow({
  name: 'Lines',
  actions: () => [
    decision('Is it?', exp<boolean>`true`, {
      yes: [wait('A moment', seconds(5))],
    }),
    endWorkflow('Done'),
  ],
});

/** The line of this file, or of a text, that says something first; counted from 1. */
const lineOf = (what: string, text = readFileSync(__filename, 'utf8')): number =>
  text.split('\n').findIndex((line) => line.includes(what)) + 1;

const yaml = flowYaml(flow);
const linesOf = (text: string) => definitionLines(flow, readFile('flow.yaml', text));

test.each(['Is it?', 'A moment', 'Done'])('the lines of an action come from the line that defines it: %s', (name) => {
  const first = lineOf(name, yaml);
  expect([first, first + 1].map((line) => linesOf(yaml)(line)?.line)).toEqual([lineOf(name), lineOf(name)]);
});

test('what stands before all actions comes from where the flow is defined', () =>
  expect(linesOf(yaml)(1)?.line).toBe(lineOf('const flow')));

test('a text of other actions than those of the definition comes from there, too', () =>
  expect(linesOf('workflow: { name: Lines }')(1)?.line).toBe(lineOf('const flow')));
