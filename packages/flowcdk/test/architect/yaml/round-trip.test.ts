import fc from 'fast-check';
import { actionForms } from '../../../src/architect/actions';
import { actionsOf } from '../../../src/architect/actions-of';
import { type ActionTraits, mayStandIn } from '../../../src/architect/action';
import { flowForms, type FlowTree } from '../../../src/architect/flow-tree';
import { mapping, scalar, sequence, toData, type YamlNode } from '../../../src/architect/yaml/node';
import { parseYaml } from '../../../src/architect/yaml/parse';
import { printYaml } from '../../../src/architect/yaml/print';
import { readFlow } from '../../../src/architect/yaml/read-flow';
import { writeFlow } from '../../../src/architect/yaml/write-flow';
import { data } from '../actions/examples/data';
import { flowControl } from '../actions/examples/flow-control';
import { messagesAndBots } from '../actions/examples/messages-and-bots';
import { routing } from '../actions/examples/routing';
import { voice } from '../actions/examples/voice';
import { corpus, describeCorpus } from '../../private/corpus';
import { anyTree } from './generators';
import { editTree, treeEdit } from './tree-edits';
import { rowsOf, runs } from '../../private/thorough';

/** As text, because the order of keys counts. */
const asText = (node: YamlNode): string => JSON.stringify(toData(node));

/** Placeholders get a value, as Terraform would give them one; texts that are still not YAML are not flows. */
const flows = [...corpus].flatMap(([file, published]) => {
  const text = published.replace(/(?<!")\{\{(\w+)\}\}(?!")/g, '$1');
  const { root, problems } = parseYaml(text);
  return root && problems.length === 0 ? [{ file, text, root }] : [];
});

/** What a reader tells of published flows; each was looked at and is truly wrong. */
const trulyWrong = {
  // Somebody wrote states into a call flow, which has menus and tasks.
  'JackyLi-ctint__GenesysCloud-Terraform__CrossOrgMainFlow.yaml': ['unknown key states'],
  // A stray word where a language skill belongs.
  'MyPureCloud__terraform-provider-genesyscloud__outboundcall_flow_example.yaml': ['found "rm"'],
};

describeCorpus('trees of published flows', () => {
  test.each(rowsOf(flows, 30))('$file is the same after reading and writing', ({ root }) => {
    const written = writeFlow(readFlow(root).flow);
    const again = parseYaml(printYaml(written)).root;

    expect(asText(written)).toBe(asText(root));
    expect(again && asText(again)).toBe(asText(root));
    expect(again && asText(writeFlow(readFlow(again).flow))).toBe(asText(root));
  });

  test.each(rowsOf(flows, 30))('$file has no action without a form', ({ root }) => {
    const unknown = actionsOf(readFlow(root).flow as FlowTree).filter(({ kind }) => kind === 'unknown');

    expect(unknown).toEqual([]);
  });

  test('reading tells only what is truly wrong', () => {
    const problems = flows.map(
      ({ file, root }) => [file, readFlow(root).problems.map(({ message }) => message)] as const,
    );

    expect(Object.fromEntries(problems.filter(([, messages]) => messages.length > 0))).toEqual(
      Object.fromEntries(
        Object.entries(trulyWrong).map(([file, parts]) => [file, parts.map((part) => expect.stringContaining(part))]),
      ),
    );
  });

  test('no action stands in a kind of flow that its form excludes', () => {
    const misplaced = flows.flatMap(({ file, root }) => {
      const flow = readFlow(root).flow as FlowTree;
      return actionsOf(flow)
        .filter(
          (action) => action.kind !== 'unknown' && !mayStandIn(actionForms[action.kind] as ActionTraits, flow.kind),
        )
        .map((action) => `${file}: ${action.kind} in ${flow.kind}`);
    });

    expect(misplaced).toEqual([]);
  });

  test('a thousand of them are read in a second, and then some', () => {
    const turns = Math.ceil(runs(1, 1_000) / flows.length);
    const seconds = [1, 2, 3].map(() => {
      const before = process.cpuUsage();
      for (let turn = 0; turn < turns; turn++) for (const { root } of flows) readFlow(root);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1_000_000;
    });

    expect(Math.min(...seconds)).toBeLessThan((turns * flows.length) / 1_000);
  });
});

/** A flow with an example of every action, as a file would hold it. */
const everyAction: YamlNode = mapping([
  [
    'workflow',
    mapping([
      ['name', scalar('Everything')],
      ['startUpRef', scalar('/workflow/states/state[All of it]')],
      [
        'variables',
        sequence([
          mapping([
            [
              'stringVariable',
              mapping([
                ['name', scalar('Flow.status')],
                ['initialValue', mapping([['noValue', scalar(true)]])],
              ]),
            ],
          ]),
        ]),
      ],
      [
        'states',
        sequence([
          mapping([
            [
              'state',
              mapping([
                ['name', scalar('All of it')],
                ['actions', toYaml(examples().map(([kind, { yaml }]) => ({ [kind]: yaml })))],
              ]),
            ],
          ]),
        ]),
      ],
    ]),
  ],
]);

function examples() {
  return Object.entries({ ...flowControl, ...data, ...voice, ...routing, ...messagesAndBots });
}

function toYaml(value: unknown): YamlNode {
  if (Array.isArray(value)) return sequence(value.map(toYaml));
  if (typeof value === 'object' && value !== null) {
    return mapping(Object.entries(value).map(([key, part]) => [key, toYaml(part)] as const));
  }
  return scalar(value as string | number | boolean | null);
}

describe('reading and writing lose nothing', () => {
  const RUNS = { seed: 20_240_131, numRuns: runs(30, 120) };

  test('of a flow with every action', () => {
    const { flow, problems } = readFlow(everyAction);

    expect(problems).toEqual([]);
    expect(asText(writeFlow(flow))).toBe(asText(everyAction));
  });

  test('of a flow that somebody edited without knowing the format', () => {
    fc.assert(
      fc.property(fc.array(treeEdit, { minLength: 1, maxLength: 12 }), (edits) => {
        const tree = editTree(everyAction, edits);
        expect(asText(writeFlow(readFlow(tree).flow))).toBe(asText(tree));
      }),
      RUNS,
    );
  });

  test('of what is no flow at all', () => {
    fc.assert(
      fc.property(anyTree, fc.constantFrom(...Object.keys(flowForms)), (tree, kind) => {
        const flow = mapping([[kind, tree]]);
        expect(asText(writeFlow(readFlow(tree).flow))).toBe(asText(tree));
        expect(asText(writeFlow(readFlow(flow).flow))).toBe(asText(flow));
      }),
      RUNS,
    );
  });

  test('besides what was changed in the tree', () => {
    fc.assert(
      fc.property(fc.array(treeEdit, { maxLength: 8 }), fc.string(), (edits, name) => {
        const tree = editTree(everyAction, edits);
        const { flow } = readFlow(tree);
        if (flow.kind === 'unknown') return;
        const renamed = writeFlow({ ...flow, name });
        const before = toData(tree) as { [kind: string]: object };
        const after = toData(renamed) as { [kind: string]: object };

        expect(after).toEqual({ [flow.kind]: { ...before[flow.kind], name } });
      }),
      RUNS,
    );
  });
});
