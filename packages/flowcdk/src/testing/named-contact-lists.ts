import { elementsOf, type Stack } from '../apply/stack';
import { type FlowFile, readFile } from '../check/project';
import { type NamedThing, thingsNamedIn } from '../stubs/named-things';

/** The contact lists that the flows of stacks name. No stack creates one: an org of a test has them beforehand. */
export const contactListsNamedIn = (stacks: readonly Stack[]): readonly NamedThing[] =>
  thingsNamedIn(stacks.flatMap(outboundFlows)).filter(({ kind }) => kind === 'contactList');

/** Only the settings of outbound call flows name contact lists. */
function outboundFlows(stack: Stack): readonly FlowFile[] {
  return elementsOf(stack).flatMap(({ type, values }) => {
    if (type !== 'genesyscloud_flow') return [];
    const path = String(values['filepath']);
    const text = stack.file(path)?.toString('utf8') ?? '';
    return text.includes('settingsOutboundCall') ? [readFile(path, text)] : [];
  });
}
