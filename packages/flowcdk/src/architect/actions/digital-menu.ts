import { action, actionForm, type NodeOf } from '../action';
import { actions, binding, communication, listOf, nameOf, required, struct, value } from '../forms';
import {
  type Assignable,
  bindingNode,
  communicationNode,
  type CommunicationValue,
  noValue,
  type ValueNode,
} from '../values';
import { mapping, scalar, sequence, type YamlNode } from '../yaml/node';
import { type Patience, patiencePaths, patienceValues } from './ask';
import { type Actions, actionList } from './branches';

const path = struct({ name: required(nameOf('other')), actions });

export const digitalMenuForm = actionForm({
  evidence: 'seen',
  flows: ['digitalBot'],
  takesTime: true,
  fields: {
    question: communication,
    noInput: communication,
    noMatch: communication,
    selection: binding('string'),
    knowledgeSearchResult: binding('any'),
    chooser: value(),
    outputs: struct({ ...patiencePaths, paths: listOf('path', path) }),
  },
});

export type DigitalMenuAction = NodeOf<'digitalMenu', typeof digitalMenuForm>;

/** The question of a digital bot, and its choices with their actions. */
export interface DigitalMenuOptions extends Patience {
  readonly question: CommunicationValue;
  /** The bot says it when the answer is none of the choices. */
  readonly noMatch?: CommunicationValue | undefined;
  /** The variable for the choice. */
  readonly selection?: Assignable<string> | undefined;
  /** The choices, which the customer sees as quick replies, with their actions. */
  readonly choices: Readonly<Record<string, Actions>>;
}

/**
 * Digital Menu: a digital bot shows choices as quick replies. Flowcdk reads and writes Architect's other presentations
 * (a carousel, a list) but does not build them.
 *
 * @example
 * ```ts
 * digitalMenu('What next?', {
 *   question: exp<Communication>`MakeCommunication("What next?")`,
 *   choices: { Buy: [disconnect()] },
 * })
 * ```
 * ```yaml
 * digitalMenu:
 *   name: What next?
 *   question: { exp: "MakeCommunication(\"What next?\")" }
 *   selection: { noValue: true }
 *   knowledgeSearchResult: { noValue: true }
 *   chooser:
 *     lit:
 *       presentation: { lit: quickReplies }
 *       quickReplies:
 *         lit:
 *           buttons:
 *             lit: [{ lit: { label: { noValue: true }, value: { lit: Buy }, type: { lit: postback } } }]
 *   outputs:
 *     maxNoInputs: { enabled: false }
 *     maxNoMatches: { enabled: false }
 *     paths: [{ path: { name: Buy, actions: [{ disconnect: { name: Disconnect } }] } }]
 * ```
 */
export function digitalMenu(name: string, options: DigitalMenuOptions): DigitalMenuAction {
  return action(digitalMenu, 'digitalMenu', digitalMenuForm, {
    name,
    question: communicationNode(options.question),
    noMatch: options.noMatch === undefined ? undefined : communicationNode(options.noMatch),
    selection: bindingNode(options.selection),
    knowledgeSearchResult: noValue,
    chooser: quickReplies(Object.keys(options.choices)),
    outputs: {
      ...patienceValues(options),
      paths: Object.entries(options.choices).map(([choice, then]) => ({ name: choice, actions: actionList(then) })),
    },
  });
}

const lit = (content: YamlNode): YamlNode => mapping([['lit', content]]);

/** Every level of a chooser has its own `lit`. */
function quickReplies(choices: readonly string[]): ValueNode {
  const button = (choice: string): YamlNode =>
    lit(
      mapping([
        ['label', mapping([['noValue', scalar(true)]])],
        ['value', lit(scalar(choice))],
        ['type', lit(scalar('postback'))],
      ]),
    );
  const buttons = lit(sequence(choices.map(button)));
  return {
    kind: 'literal',
    yaml: mapping([
      ['presentation', lit(scalar('quickReplies'))],
      ['quickReplies', lit(mapping([['buttons', buttons]]))],
    ]),
  };
}
