import type { ActionModel, FlowModel } from '../flow/flow-model';
import { kindName } from '../flow/kind-names';
import { titleOf } from '../flow/title';

/** One line of an outline, and how deep it stands. */
export interface OutlineLine {
  readonly depth: number;
  readonly role: 'container' | 'action' | 'way';
  readonly text: string;
}

/** A flow in lines: its containers, their actions in the order of the text, and the ways of each action. */
export function outlineOf({ containers }: FlowModel): readonly OutlineLine[] {
  return containers.flatMap(({ kind, name, isStart, actions }) => [
    {
      depth: 0,
      role: 'container' as const,
      text: `${kindName(kind)} ${oneLine(name)}${isStart ? ' (the flow begins here)' : ''}`,
    },
    ...actions.flatMap((action) => linesOf(action, 1)),
  ]);
}

function linesOf(action: ActionModel, depth: number): readonly OutlineLine[] {
  const { kind, key, links, ways } = action;
  const title = oneLine(titleOf(action));
  const named = links.map(({ name }) => oneLine(name)).filter((name) => name !== title);
  const text = `${key === undefined ? '' : `${key}: `}${title}${title === kindName(kind) ? '' : ` [${kindName(kind)}]`}${named.length > 0 ? ` → ${named.join(', ')}` : ''}`;
  return [
    { depth, role: 'action', text },
    ...ways.flatMap(({ label, actions }): readonly OutlineLine[] => [
      { depth: depth + 1, role: 'way', text: `${oneLine(label)}:${actions.length === 0 ? ' goes on' : ''}` },
      ...actions.flatMap((inner) => linesOf(inner, depth + 2)),
    ]),
  ];
}

export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
