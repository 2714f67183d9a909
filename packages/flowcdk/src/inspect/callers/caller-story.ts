import type { ActionModel, ContainerModel, FlowModel, Setting, WayModel } from '../flow/flow-model';
import { titleOf } from '../flow/title';
import { spokenText } from './spoken-text';

/** What happens to a caller, in words, and what follows from it. */
export interface StoryStep {
  readonly role: 'place' | 'hears' | 'keys' | 'queue' | 'goes' | 'ends' | 'way';
  readonly text: string;
  readonly steps: readonly StoryStep[];
}

/** What people experience of a flow: what they hear, which keys they may press, where they wait, how it ends. */
export const callerStory = ({ containers, settings }: FlowModel): readonly StoryStep[] => [
  ...saidBy(settings.filter(({ path }) => path === 'initialGreeting')),
  ...containers.flatMap((container): readonly StoryStep[] => {
    const steps = [...saidBy(container.settings), ...stepsOf(container.actions)];
    return steps.length === 0 ? [] : [{ role: 'place', text: placeText(container), steps }];
  }),
];

const placeText = ({ kind, name, isStart }: ContainerModel): string =>
  `${kind === 'menu' ? 'Menu ' : ''}${name}${isStart ? ' (here it begins)' : ''}`;

const stepsOf = (actions: readonly ActionModel[]): readonly StoryStep[] => actions.flatMap(stepsOfAction);

/** Settings that people hear or read. */
const SAID = /audio|prompt|communication|message|body|question|greeting|content/i;

const saidBy = (settings: readonly Setting[]): readonly StoryStep[] =>
  settings.flatMap((setting) => {
    const isSaid = setting.kind === 'speech' || SAID.test(setting.path);
    const text = isSaid && !/processingPrompt|^settings/.test(setting.path) ? spokenText(setting) : undefined;
    return text === undefined ? [] : [{ role: 'hears' as const, text: `“${text}”`, steps: [] }];
  });

function stepsOfAction(action: ActionModel): readonly StoryStep[] {
  const { kind, key, settings } = action;
  const own = talks.test(kind) ? saidBy(settings) : [];
  const after = waysSteps(action);
  const event = eventOf(action);
  if (key !== undefined || kind.startsWith('menu')) {
    const text = `${key === undefined ? 'says' : `presses ${key} for`} ${titleOf(action)}`;
    return [{ role: 'keys', text, steps: [...(event ? [event] : []), ...after.flatMap(({ steps }) => steps)] }];
  }
  return [...own, ...(event ? [{ ...event, steps: after }] : after)];
}

const talks = /audio|collectInput|communicate|ask|digitalMenu|send|dialBy|transfer|createCallback/i;

function eventOf(action: ActionModel): StoryStep | undefined {
  const { kind, links } = action;
  const target = links.find(({ kind: what }) => what !== 'prompt')?.name;
  if (/transferToAcd/i.test(kind)) return step('queue', `waits in the queue ${target ?? 'that the flow chooses'}`);
  if (/transferTo/i.test(kind)) return step('goes', `is transferred${target === undefined ? '' : ` to ${target}`}`);
  if (/^(menuD|d)isconnect$/.test(kind)) return step('ends', 'is disconnected');
  if (kind === 'collectInput' || kind === 'dialByExtension') return step('keys', `types digits (${titleOf(action)})`);
  if (/^(callTask|jumpTo|menuJump|menuSub|changeState)/.test(kind) && target !== undefined) {
    return step('goes', `goes on with ${target}`);
  }
  if (kind === 'createCallback') return step('queue', 'is called back');
  return undefined;
}

const step = (role: StoryStep['role'], text: string): StoryStep => ({ role, text, steps: [] });

/** Ways on which people notice something. */
const waysSteps = (action: ActionModel): readonly StoryStep[] =>
  action.ways.flatMap((way) => {
    const steps = stepsOf(way.actions);
    return steps.length === 0 ? [] : [{ role: 'way' as const, text: wayText(action, way), steps }];
  });

/** `Is the caller known? yes`, `again and again (Ask twice)`, `if failure (Ask for the number)`. */
function wayText(action: ActionModel, { name, label }: WayModel): string {
  const title = titleOf(action);
  if (name === 'loop') return `again and again (${title})`;
  if (action.kind !== 'decision' && action.kind !== 'switch') return `if ${label} (${title})`;
  return `${title.endsWith('?') ? title : `${title}:`} ${label.replace(/^case \d+: /, '')}`;
}
