import fc from 'fast-check';
import { check } from '../../../src/check/check';
import { graphOf } from '../../../src/check/graph';
import { assignedIn } from '../../../src/check/graph/assigned';
import type { ActionList } from '../../../src/architect/actions';
import { readFile } from '../../../src/check/project';
import type { Listener, ListPlace, Rule } from '../../../src/check/rule';
import { rules } from '../../../src/check/rules';
import { unreachableAction } from '../../../src/check/rules/unreachable-action';
import { yamlOf } from '../../../src/check/yaml-of';
import { runs } from '../../private/thorough';
import { flowIn } from './private/edges';
import { randomFlows } from './private/random-flows';
import { runFlow } from './private/run-flow';

const seeded = { seed: 20240229, numRuns: runs(30, 150) };

test('no nesting of actions is too odd for a rule', () => {
  fc.assert(
    fc.property(randomFlows, (yaml) => {
      check({ files: [readFile('flow.yaml', yaml)], definitions: [] }, { rules });
    }),
    seeded,
  );
});

test('every way leads from and to places of the graph, and is known at both', () => {
  fc.assert(
    fc.property(randomFlows, (yaml) => {
      const { nodes } = graphOf(flowIn(yaml));
      const lost = nodes.filter(
        (node) =>
          nodes[node.id] !== node ||
          node.out.some((edge) => !edge.to.in.includes(edge)) ||
          node.in.some((edge) => !edge.from.out.includes(edge)),
      );

      expect(lost).toEqual([]);
    }),
    seeded,
  );
});

test('whatever happens when a flow runs, the graph has a way for it', () => {
  fc.assert(
    fc.property(randomFlows, fc.array(fc.nat(), { minLength: 1, maxLength: 50 }), (yaml, choices) => {
      const flow = flowIn(yaml);
      const graph = graphOf(flow);
      const assigned = assignedIn(flow);
      let count = 0;
      runFlow(
        flow,
        (ways) => (choices[count++ % choices.length] ?? 0) % ways,
        (action, set) => {
          const places = graph.nodesOf(action);
          expect(places.some((place) => graph.isReachable(place))).toBe(true);
          expect([...set].filter((key) => !places.some((place) => assigned.maySet(key, place)))).toEqual([]);
        },
      );
    }),
    { ...seeded, numRuns: runs(80, 500) },
  );
});

test('every action runs on some way, or is told to be unreachable: itself, one before it, or what is around it', () => {
  fc.assert(
    fc.property(randomFlows, (yaml) => {
      const file = readFile('flow.yaml', yaml);
      const flow = flowIn(yaml, file);
      const graph = graphOf(flow);
      const reported = new Set<unknown>();
      const covered = new Set<unknown>();
      const look = (list: ActionList, { around, container }: ListPlace): void => {
        const outer = graph.containers.find(({ reference }) => reference !== '' && reference === container?.reference);
        let isReported = covered.has(around.at(-1)?.action) || (outer !== undefined && reported.has(outer.yaml));
        for (const action of list) {
          isReported ||= reported.has(yamlOf(action));
          if (isReported) covered.add(action);
          expect(isReported || graph.nodesOf(action).every((node) => graph.isReachable(node))).toBe(true);
        }
      };
      check({ files: [file], definitions: [] }, { rules: [watched(unreachableAction, reported, look)] });
    }),
    seeded,
  );
});

/** The rule, with what it points at kept, and somebody who looks at every list after it. */
const watched = (rule: Rule, pointedAt: Set<unknown>, look: NonNullable<Listener['list']>): Rule => ({
  ...rule,
  start: (_, project) => {
    const listener = rule.start(({ yaml }) => pointedAt.add(yaml), project);
    return {
      ...listener,
      list: (list, place) => {
        listener.list?.(list, place);
        look(list, place);
      },
    };
  },
});
