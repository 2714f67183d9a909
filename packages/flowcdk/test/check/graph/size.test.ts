import { graphOf, solve } from '../../../src/check/graph';
import { nodesInCircles } from '../../../src/check/graph/circles';
import type { FlowGraph, GraphNode } from '../../../src/check/graph/node';
import { readFile } from '../../../src/check/project';

// Large flows have to stay affordable. Times depend on the machine, so these tests count ways and steps.

const FEW = 50;
const MANY = 400;
const GROWTH = MANY / FEW;

const tasks = (count: number, actionsOf: (i: number, isLast: boolean) => readonly string[]): string => `
inboundCall:
  name: Many tasks
  startUpRef: ./tasks/task[0]
  tasks:
${Array.from({ length: count }, (_, i) => task(i, actionsOf(i, i === count - 1))).join('')}`;

const task = (i: number, actions: readonly string[]): string => `
    - task:
        name: Task ${i}
        refId: '${i}'
        actions:
${actions.map((action) => `          - ${action}\n`).join('')}`;

const menus = (count: number, choiceOf: (i: number) => string): string => `
inboundCall:
  name: Many menus
  startUpRef: ./menus/menu[0]
  menus:
${Array.from(
  { length: count },
  (_, i) => `
    - menu:
        name: Menu ${i}
        refId: '${i}'
        choices:
          - menuJumpToMenu: { name: On, dtmf: digit_1, targetMenuRef: './menus/menu[${(i + 1) % count}]' }
          - ${choiceOf(i)}
`,
).join('')}`;

const disconnect = 'disconnect: { name: Hang up }';

/** Flows that grow with a number. */
const growing: Readonly<Record<string, (count: number) => string>> = {
  'tasks that jump to each other': (count) =>
    tasks(count, (i, isLast) => [isLast ? disconnect : `jumpToTask: { targetTaskRef: './tasks/task[${i + 1}]' }`]),
  'tasks that call each other': (count) =>
    tasks(count, (i, isLast) => [
      isLast ? 'endTask: { name: Back }' : `callTask: { targetTaskRef: './tasks/task[${i + 1}]' }`,
    ]),
  'one task that many call': (count) =>
    tasks(2, (_i, isLast) =>
      isLast
        ? ['endTask: { name: Back }']
        : [...Array.from({ length: count }, () => "callTask: { targetTaskRef: './tasks/task[1]' }"), disconnect],
    ),
  'decisions after each other': (count) =>
    tasks(1, () => [
      ...Array.from(
        { length: count },
        () => 'decision: { condition: { exp: Call.Ani == "1" }, outputs: { yes: { actions: [playAudio: {}] } } }',
      ),
      disconnect,
    ]),
  'menus with global choices': (count) =>
    menus(count, () => 'menuDisconnect: { name: Off, dtmf: digit_9, globalDtmf: true }'),
  'menus with a way back': (count) => menus(count, () => 'menuPreviousMenu: { name: Back, dtmf: digit_9 }'),
};

function graphIn(text: string): FlowGraph {
  const { flow } = readFile('flow.yaml', text);
  if (!flow || flow.kind === 'unknown') throw new Error('this is no flow');
  return graphOf(flow);
}

const waysIn = ({ nodes }: FlowGraph): number => nodes.reduce((sum, { out }) => sum + out.length, 0);

/** How often a solver goes along a way, where each decision may add something to what is known. */
function stepsIn(graph: FlowGraph): number {
  let steps = 0;
  solve<bigint>(graph, {
    start: 0n,
    along: ({ from }, before) => {
      steps += 1;
      return from.action?.kind === 'playAudio' ? before | (1n << BigInt(from.id)) : before;
    },
    meet: (left, other) => left | other,
    back: (call, task) => call | task,
    same: (left, other) => left === other,
  });
  return steps;
}

describe.each(Object.entries(growing))('%s', (_, flowOf) => {
  const [few, many] = [graphIn(flowOf(FEW)), graphIn(flowOf(MANY))];

  test('have ways in proportion to their number', () => {
    expect(waysIn(many)).toBeLessThan(1.1 * GROWTH * waysIn(few));
  });

  test('are solved in steps in proportion to their number', () => {
    expect(stepsIn(many)).toBeGreaterThan(0);
    expect(stepsIn(many)).toBeLessThan(1.1 * GROWTH * stepsIn(few));
  });
});

test('what one decision finds out reaches all places behind it', () => {
  const graph = graphIn(growing['decisions after each other']?.(FEW) ?? '');
  const known = solve<number>(graph, {
    start: 0,
    along: ({ from }, before) => (from.action?.kind === 'playAudio' ? before + 1 : before),
    meet: Math.max,
    back: (_call, task) => task,
    same: (left, other) => left === other,
  });

  expect(known(graph.end)).toBe(FEW);
});

describe('nodes in circles', () => {
  const nodes = Array.from({ length: 8 }, (_, id) => ({ id }) as GraphNode);
  const ways: Readonly<Record<number, readonly number[]>> = { 0: [1], 1: [2, 4], 2: [3], 3: [1, 5], 5: [5], 6: [7] };
  const next = ({ id }: GraphNode): readonly GraphNode[] => (ways[id] ?? []).flatMap((to) => nodes[to] ?? []);

  test('are those from which a way leads back', () => {
    expect([...nodesInCircles(nodes, next)].map(({ id }) => id).sort()).toEqual([1, 2, 3, 5]);
  });

  test('are found in a chain that is too long for recursion', () => {
    const chain = Array.from({ length: 100_000 }, (_, id) => ({ id }) as GraphNode);

    expect(
      nodesInCircles(chain, ({ id }) => chain.slice((id + 1) % chain.length, ((id + 1) % chain.length) + 1)).size,
    ).toBe(chain.length);
  });
});
