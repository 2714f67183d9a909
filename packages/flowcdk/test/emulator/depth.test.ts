import { localOrg, messageOf } from './private/local-org';

/*
 * What is nested too deep is refused at every entrance, because it could not be written again. Bodies are in
 * server.test.ts, lines of the journal in journal.test.ts, answers of services in data-actions/.
 */

const DEEP = 20_000;

/** Publishes a text and gives what the job says. */
async function published(yaml: string): Promise<string> {
  const { status, messages } = await localOrg().publish(yaml);
  return `${status}: ${messages.map(({ text }) => text).join()}`;
}

test.each([
  ['lists in brackets', `workflow: ${'['.repeat(DEEP)}${']'.repeat(DEEP)}`],
  ['brackets without an end', `workflow: ${'['.repeat(DEEP)}`],
  ['maps in braces', `workflow: ${'{a: '.repeat(DEEP)}1${'}'.repeat(DEEP)}`],
  ['lists of dashes', `workflow:\n  ${'- '.repeat(DEEP)}a`],
  ['indented maps', Array.from({ length: 2_000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
])('the YAML of a flow: %s', async (_, yaml) => {
  expect(await published(yaml)).toMatch(/^Failure: line \d+, column \d+: The text is nested deeper than 200 levels/);
});

test.each([
  ['POST', '/api/v2/routing/queues'],
  ['POST', '/api/v2/flows/executions'],
  ['PUT', '/flowcdk/snapshot'],
  ['PUT', '/flowcdk/faults'],
] as const)('the body of %s %s', async (method, path) => {
  const deep = `{"name":"a","x":${'{"y":'.repeat(DEEP)}1${'}'.repeat(DEEP)}}`;

  const answer = await localOrg().send(method, path, deep);

  expect(answer.status).toBe(400);
  expect(messageOf(answer)).toBe('The request body is no JSON: it is nested deeper than 100 levels');
});
