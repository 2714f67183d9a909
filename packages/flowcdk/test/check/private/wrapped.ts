import type { FlowKind } from '../../../src/ground/flow-kinds';

/** Variables every example may use. */
const variables = `  variables:
    - stringVariable: { name: Flow.text }
    - stringVariable: { name: Flow.address }
    - stringVariable: { name: Flow.conversationId, isInput: true }
    - integerVariable: { name: Flow.count }
    - booleanVariable: { name: Flow.flag }
    - durationVariable: { name: Flow.pause }
    - queueVariable: { name: Flow.queue }
    - jsonVariable: { name: Flow.customer }
    - stringCollectionVariable: { name: Flow.texts }
`;

const start: Readonly<Partial<Record<FlowKind, readonly [list: string, item: string]>>> = {
  workflow: ['states', 'state'],
  inboundCall: ['tasks', 'task'],
  botFlow: ['bots', 'bot'],
};

/** A flow of which only the actions matter; a whole flow stays as it is. */
export function wrapped(example: string, kind: FlowKind = 'workflow'): string {
  const text = example.replace(/^\n+/, '').trimEnd();
  if (!/^(?:#[^\n]*\n)*- /.test(text)) return `${text}\n`;
  const [list, item] = start[kind] ?? ['tasks', 'task'];
  const actions = text.replace(/^(?=.)/gm, '          ');
  return `${kind}:
  name: Example
  startUpRef: /${kind}/${list}/${item}[Start]
${variables}  ${list}:
    - ${item}:
        name: Start
        refId: Start
        actions:
${actions}
`;
}
