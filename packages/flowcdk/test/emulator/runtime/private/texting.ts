import type { JsonObject } from '../../../../src/emulator/state/json';
import { type LivingOrgOptions, livingOrg } from './living-org';

export const SMS_NUMBER = '+15550100';
export const CUSTOMER = '+33142685300';

interface MessageFlowParts {
  readonly kind?: 'inboundShortMessage' | 'inqueueShortMessage';
  readonly name?: string;
  /** Text variables. */
  readonly variables?: readonly string[];
  /** Lines of YAML: further states, each as `- state: { … }`. */
  readonly states?: readonly string[];
  /** Lines of YAML: tasks, each as `- task: { … }`. */
  readonly tasks?: readonly string[];
  /** @default disconnects */
  readonly onError?: string;
}

const lines = (all: readonly string[], indent: string): string => all.map((line) => `${indent}${line}\n`).join('');

const head = ({ kind = 'inboundShortMessage', name = 'Texts', variables = [], onError }: MessageFlowParts): string =>
  [
    `${kind}:\n  name: ${name}\n  defaultLanguage: en-us\n`,
    '  supportedLanguages: { en-us: { defaultLanguageSkill: { noValue: true } } }\n',
    variables.length === 0 ? '' : '  variables:\n',
    lines(
      variables.map((variable) => `- stringVariable: { name: Flow.${variable}, initialValue: { noValue: true } }`),
      '    ',
    ),
    `  settingsErrorHandling: { errorHandling: ${onError ?? '{ disconnect: { none: true } }'} }\n`,
  ].join('');

/** An inbound message flow from the actions of its first state. */
export const messageFlowOf = (actions: readonly string[], parts: MessageFlowParts = {}): string =>
  [
    head(parts),
    '  startUpRef: "/inboundShortMessage/states/state[Begin]"\n',
    (parts.tasks ?? []).length === 0 ? '' : `  tasks:\n${lines(parts.tasks ?? [], '    ')}`,
    `  states:\n    - state:\n        name: Begin\n        refId: Begin\n        actions:\n${lines(actions, '          ')}`,
    lines(parts.states ?? [], '    '),
  ].join('');

/** An in-queue message flow from the actions of its two states. */
export const inQueueMessageFlowOf = (
  first: readonly string[],
  again: readonly string[],
  parts: MessageFlowParts = {},
): string =>
  [
    head({ kind: 'inqueueShortMessage', name: 'Waiting', onError: '{ endInQueueState: { none: true } }', ...parts }),
    `  startUpState:\n    name: First\n    refId: First\n    actions:\n${lines(first, '      ')}`,
    `  periodicState:\n    name: Again\n    refId: Again\n    actions:\n${lines(again, '      ')}`,
  ].join('');

/** A text for the customer. */
export const says = (text: string): string => `- sendResponse: { name: Say, messageBody: { lit: "${text}" } }`;
export const repeats = (expression: string): string =>
  `- sendResponse: { name: Say, messageBody: { exp: 'ToDisplayString(${expression})' } }`;
export const goodbye = '- disconnect: { name: Over }';
export const toSupport = '- transferToAcd: { name: Go, targetQueue: { lit: { name: Support } } }';

/** An org with a queue, Support, and its member Grace. Messages to a number start the flow. */
export function textingOrg(
  flow: readonly string[] | string,
  { queue = {}, ...options }: LivingOrgOptions & { readonly queue?: JsonObject } = {},
) {
  const org = livingOrg(options);
  const grace = org.put('user', { name: 'Grace' });
  const support = org.put('queue', { name: 'Support', members: [{ id: grace.id, ringNumber: 1 }], ...queue });
  const published = org.publish(typeof flow === 'string' ? flow : messageFlowOf(flow));
  org.put('smsNumber', { id: 'number', phoneNumber: SMS_NUMBER });
  org.put('messageRecipient', { id: 'number', numberId: 'number', flow: { id: published.id } });
  const { inbox } = org.runtime;
  return {
    ...org,
    grace,
    support,
    write: (text: string, from = CUSTOMER) => inbox.receive({ from, to: SMS_NUMBER, text }),
    /** What the customers were sent. */
    texts: () => org.org.all('sentMessage').map(({ text }) => text),
  };
}
