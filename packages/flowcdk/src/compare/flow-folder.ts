import { parseYaml } from '../architect/yaml/parse';
import { readFlow } from '../architect/yaml/read-flow';
import { filesNamed } from '../files/files-named';
import { FlowcdkError, type Finding } from '../ground/finding';
import { readFlowText } from '../i3/flow-text';
import { type Item, itemKey, itemLabel, type OrgContent } from '../pull';
import { placeIn } from './place';

/**
 * The flows of a folder and of the folders in it: Architect YAML, and exports of Architect's Export button. Other things
 * of an org are not known there.
 *
 * @throws FlowcdkError with every file that cannot be read, and every flow that two files hold
 */
export function contentOfFlows(folder: string): OrgContent {
  const items = new Map<string, Item>();
  const files = new Map<string, string>();
  const findings: Finding[] = [];
  // A folder without flows stands for itself.
  for (const file of filesNamed([folder]).filter((name) => name !== folder)) {
    const read = readFlowText(file);
    if ('findings' in read) {
      findings.push(...read.findings);
      continue;
    }
    const item = flowIn(read.text, file);
    if (Array.isArray(item)) {
      findings.push(...item);
      continue;
    }
    const before = files.get(itemKey(item));
    if (before !== undefined)
      findings.push(wrong(file, `the ${itemLabel(item)} stands in ${before}, too`, 'Keep one of the two files.'));
    files.set(itemKey(item), file);
    items.set(itemKey(item), item);
  }
  if (findings.length > 0) throw new FlowcdkError(findings);
  return { name: folder, items };
}

/** The flows of a content, without its other things. */
export const onlyFlows = ({ name, items }: OrgContent): OrgContent => ({
  name,
  items: new Map([...items].filter(([, { kind }]) => kind === 'flow')),
});

/** The flow of a file, or why it holds none. */
function flowIn(text: string, file: string): Item | Finding[] {
  const { root, problems } = parseYaml(text);
  if (!root || problems.length > 0)
    return problems.map(({ message, offset }) => ({ ...wrong(file, message), at: placeIn(file, text, offset) }));
  const { flow } = readFlow(root);
  if (flow.kind === 'unknown' || flow.name === undefined) return [wrong(file, 'the file holds no flow with a name')];
  return { kind: 'flow', name: flow.name, within: flow.kind, text, file };
}

const wrong = (file: string, message: string, help?: string): Finding => ({
  rule: 'flow-file',
  severity: 'error',
  message,
  at: { file, line: 1, column: 1 },
  ...(help === undefined ? {} : { help }),
});
