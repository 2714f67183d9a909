import type { Action, ActionKind } from '../../../architect/actions';
import type { MenuChoiceNode, MenuNode } from '../../../architect/containers';
import { DurationValue } from '../../../architect/expressions';
import type { KindItem } from '../../../architect/forms';
import type { ValueNode } from '../../../architect/values';
import type { Run } from '../action-context';
import { FlowProblem } from '../flow/flow-problem';
import { goTo } from '../flow/go-to';
import type { Jump, Next } from '../flow/jump';
import { onCall } from '../flow/on-call';
import type { Place } from '../flow/program';
import { AUDIO, BOOLEAN, DURATION, INTEGER } from '../flow/types';
import type { Steps } from '../steps';
import { dialExtension, readExtension } from './extension';

type Choice = KindItem<MenuChoiceNode> & { readonly content: MenuChoiceNode };

/** How a menu listens. Times in milliseconds. */
interface Settings {
  /** How often the menu speaks before it takes the default choice. */
  readonly plays: number;
  readonly selectionTimeout: number;
  readonly extensions: boolean;
  readonly extensionDelay: number;
}

/** The settings if neither the menu nor the flow has them (documented). */
const USUAL: Settings = { plays: 3, selectionTimeout: 10_000, extensions: true, extensionDelay: 1_000 };
/** The longest time that a caller may have to choose, and the most times that a menu speaks (scripting SDK). */
const LONGEST_SELECTION = 60_000;
const MOST_PLAYS = 10;

/** The menus that a run has visited, for going back. */
const visited = new WeakMap<Run, Place<'menu'>[]>();

/**
 * Runs a menu. It speaks its prompt, which a key cuts off, and waits for a key. If the key chooses nothing, or if none
 * comes in time, it speaks again. After as many times as its repeat count says, it takes the default choice
 * (documented). Without a default choice the call ends (believed). Callers choose by keys: speech is not recognised.
 */
export function* runMenu(run: Run, place: Place<'menu'>): Steps<Jump> {
  run.countEntry();
  const leg = onCall(run);
  leg.flushOnEntry = false;
  const before = visited.get(run) ?? [];
  if (before.at(-1)?.node !== place.node) visited.set(run, [...before, place]);
  const menu = place.node;
  const settings = settingsOf(run, menu);
  run.log('menu.entered', { menu: place.name, keys: keysOf(run, menu) });
  return yield* run.inside(place.name, () => listen(run, place, settings));
}

function* listen(run: Run, place: Place<'menu'>, settings: Settings): Steps<Jump> {
  const leg = onCall(run);
  const menu = place.node;
  for (let said = 0; said < settings.plays; said += 1) {
    if (menu.audio) leg.line.queue(run.value(menu.audio, AUDIO));
    yield* leg.line.flush(true);
    run.log('input.awaited', { atMost: settings.selectionTimeout });
    const key = yield* leg.line.key(settings.selectionTimeout);
    if (key === undefined) {
      run.log('menu.notChosen', { menu: place.name });
      continue;
    }
    const keys = settings.extensions ? yield* maybeExtension(run, key, settings) : key;
    leg.lastInput = keys;
    const choice = keys.length === 1 ? choiceFor(run, menu, keys) : undefined;
    const next = choice
      ? yield* chosen(run, place, choice, keys)
      : keys.length > 1
        ? yield* run.through(yield* dialExtension(run, keys))
        : undefined;
    if (next === 'again') said -= 1;
    else if (next) return next;
    else if (!choice) run.log('menu.notChosen', { menu: place.name, keys });
  }
  const otherwise = defaultChoice(run, menu);
  const next = otherwise && (yield* chosen(run, place, otherwise));
  if (next && next !== 'again') return next;
  yield* leg.line.flush();
  return { to: 'end', reason: 'disconnect' };
}

/** The key, or an extension if another digit follows soon enough (documented). */
function* maybeExtension(run: Run, key: string, { extensionDelay }: Settings): Steps<string> {
  if (!/^\d$/.test(key)) return key;
  const second = yield* onCall(run).line.key(extensionDelay);
  return second === undefined ? key : yield* readExtension(run, key + second, undefined);
}

/** The keys that choose something, in the order of a telephone keypad. */
const keysOf = (run: Run, menu: MenuNode): readonly string[] =>
  TELEPHONE_KEYS.filter((key) => choiceFor(run, menu, key) !== undefined);

const TELEPHONE_KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const;

/** The choice for a key: a choice of this menu, else a choice of another menu that works everywhere (documented). */
function choiceFor(run: Run, menu: MenuNode, key: string): Choice | undefined {
  const fits = ({ content }: KindItem<MenuChoiceNode>): boolean => content?.dtmf === `digit_${key}`;
  const own = menu.choices?.find(fits);
  const all = (run.program.tree.menus ?? []).flatMap(({ choices }) => choices ?? []);
  const item = own ?? all.find((choice) => choice.content?.globalDtmf === true && fits(choice));
  return item?.content === undefined ? undefined : (item as Choice);
}

/** The choice if the caller chooses nothing. Its reference names a choice of the menu by name or id (inferred). */
function defaultChoice(run: Run, menu: MenuNode): Choice | undefined {
  const reference = menu.defaultChildMenuRef;
  if (reference?.kind !== 'path') return undefined;
  const [, nameOrId] = /\[([^[\]]*)\]\s*$/.exec(reference.path) ?? [];
  const own = menu.choices?.find(
    ({ content }) => content !== undefined && [content.refId, content.name].includes(nameOrId),
  );
  if (own?.content !== undefined) return own as Choice;
  const place = run.program.find(reference);
  if (!place) throw new FlowProblem(`the menu has no choice '${reference.path}' to take by default`);
  return { kind: 'menuJumpToMenu', content: { targetMenuRef: reference } } as unknown as Choice;
}

/** Runs a choice. After undefined or `again` the menu speaks again. `again` does not count as a repetition. */
function* chosen(run: Run, place: Place<'menu'>, choice: Choice, keys?: string): Steps<Next | 'again'> {
  const { kind, content } = choice;
  const name = content.name ?? kind;
  run.countEntry();
  run.log('menu.chosen', { menu: place.name, choice: name, ...(keys === undefined ? {} : { keys }) });
  const targets = content as MenuChoiceNode & { readonly targetMenuRef?: MenuNode['defaultChildMenuRef'] };
  switch (kind) {
    case 'menuTask':
      return { to: 'container', place: { kind: 'task', name, node: { ...content.task, kind: 'task' } } as Place };
    case 'menuJumpToTask':
      return goTo(run, content.targetTaskRef);
    case 'menuSubMenu':
    case 'menuJumpToMenu':
      return goTo(run, targets.targetMenuRef);
    case 'menuRepeatMenu':
      return 'again';
    case 'menuPreviousMenu':
      return previous(run);
    case 'menuDialByExtension':
      return yield* run.through(yield* dialExtension(run, yield* readExtension(run, '', intervalOf(content))));
    case 'menuDisconnect':
      return yield* asAction(run, 'disconnect', content, name);
    case 'menuTransferToAcd':
      return yield* asAction(run, 'transferToAcd', content, name);
    case 'menuTransferToFlow':
      return yield* asAction(run, 'transferToFlow', content, name);
    case 'menuTransferToNumber':
      return yield* asAction(run, 'transferToNumber', content, name);
    case 'menuTransferToUser':
      return yield* asAction(run, 'transferToUser', content, name);
    case 'menuTransferToGroup':
      return yield* asAction(run, 'transferToGroup', content, name);
    case 'menuTransferToFlowSecure':
      return yield* asAction(run, 'transferToFlowSecure', content, name);
    case 'menuTransferToVoicemail':
      return yield* asAction(run, 'transferToVoicemail', content, name);
    default:
      run.log('action.notEmulated', {
        action: name,
        kind,
        why: 'the local org does not know this kind of menu choice',
      });
      throw new FlowProblem(`the local org does not do menu choices of kind ${kind}`);
  }
}

const intervalOf = (content: MenuChoiceNode): ValueNode | undefined =>
  (content as { readonly interDigitTimeout?: ValueNode }).interDigitTimeout;

/** Runs the action that a choice stands for. Such a choice has the action's fields. */
const asAction = (run: Run, kind: ActionKind, content: MenuChoiceNode, name: string): Steps<Next> =>
  run.inside(name, function* () {
    const outcome = run.act({ ...content, kind } as unknown as Action);
    return yield* run.through(outcome && 'next' in outcome ? yield* outcome : outcome);
  });

/** Leads back to the menu before the caller's last one. From the first menu it leads to that menu again (assumed). */
export function menuBefore(run: Run): Jump {
  const back = previous(run);
  return back === 'again' ? menuAgain(run) : back;
}

/** Leads back to the menu that the caller was in last. */
export function menuAgain(run: Run): Jump {
  const place = visited.get(run)?.at(-1);
  if (!place) throw new FlowProblem('the caller was in no menu to go back to');
  return { to: 'container', place: place as Place };
}

/** Leads back to the previous menu. The first menu speaks again instead (assumed). */
function previous(run: Run): Jump | 'again' {
  const menus = visited.get(run) ?? [];
  const place = menus.at(-2);
  if (!place) return 'again';
  visited.set(run, menus.slice(0, -2));
  return { to: 'container', place: place as Place };
}

/** The settings of a menu. Its own settings override those of the flow (documented). */
function settingsOf(run: Run, menu: MenuNode): Settings {
  const [own, flow] = [menu.settingsMenu, run.program.tree.settingsMenu];
  const either = (field: 'menuSelectionTimeout' | 'extensionDialingMaxDelay', otherwise: number): number => {
    const value = run.value(own?.[field], DURATION) ?? run.value(flow?.[field], DURATION);
    return value instanceof DurationValue ? value.milliseconds : otherwise;
  };
  const repeats = run.value(own?.repeatCount, INTEGER) ?? run.value(flow?.repeatCount, INTEGER);
  const listens =
    run.value(own?.listenForExtensionDialing, BOOLEAN) ?? run.value(flow?.listenForExtensionDialing, BOOLEAN);
  return {
    plays: Math.min(Math.max(typeof repeats === 'number' ? repeats : USUAL.plays, 1), MOST_PLAYS),
    selectionTimeout: Math.min(either('menuSelectionTimeout', USUAL.selectionTimeout), LONGEST_SELECTION),
    extensions: typeof listens === 'boolean' ? listens : USUAL.extensions,
    extensionDelay: either('extensionDialingMaxDelay', USUAL.extensionDelay),
  };
}
