import type { PlacedCall } from '../../../../src/emulator/runtime/conversation/placed-call';
import type { livingOrg } from './living-org';

export type LivingOrg = ReturnType<typeof livingOrg>;

export interface CallFlowParts {
  readonly kind?: 'inboundCall' | 'secureCall';
  readonly name?: string;
  /** Lines of YAML of the first task, each action as `- kind: { … }`. */
  readonly actions?: readonly string[];
  /** Begins with this menu instead of the task. */
  readonly menu?: string;
  /** Lines of YAML, each menu as `- menu: { … }`. */
  readonly menus?: readonly string[];
  /** Further tasks, each as `- task: { … }`. */
  readonly tasks?: readonly string[];
  /** Text variables. */
  readonly variables?: readonly string[];
  /** Further lines at the root of the flow. */
  readonly settings?: readonly string[];
  readonly languages?: readonly string[];
}

const lines = (all: readonly string[], indent: string): string => all.map((line) => `${indent}${line}\n`).join('');

/** A call flow from its parts; ends by hanging up. */
export function callFlowOf(parts: CallFlowParts): string {
  const { kind = 'inboundCall', name = 'line', actions = [], menu, menus = [], tasks = [], variables = [] } = parts;
  const { settings = [], languages = ['en-us'] } = parts;
  return [
    `${kind}:\n  name: ${name}\n`,
    `  startUpRef: /${kind}/${menu === undefined ? 'tasks/task[Begin]' : `menus/menu[${menu}]`}\n`,
    `  defaultLanguage: ${languages[0]}\n  supportedLanguages:\n`,
    lines(
      languages.map((tag) => `${tag}: { defaultLanguageSkill: { noValue: true } }`),
      '    ',
    ),
    variables.length === 0 ? '' : '  variables:\n',
    lines(
      variables.map((variable) => `- stringVariable: { name: Flow.${variable}, initialValue: { noValue: true } }`),
      '    ',
    ),
    lines(settings, '  '),
    settings.some((line) => line.startsWith('settingsErrorHandling'))
      ? ''
      : '  settingsErrorHandling: { errorHandling: { disconnect: { none: true } } }\n',
    menus.length === 0 ? '' : `  menus:\n${lines(menus, '    ')}`,
    '  tasks:\n    - task:\n        name: Begin\n        refId: Begin\n        actions:\n',
    lines([...actions, '- disconnect: { name: Hang up }'], '          '),
    lines(tasks, '    '),
  ].join('');
}

/** An in-queue flow from the actions of its task. */
export const inQueueFlowOf = (name: string, actions: readonly string[]): string =>
  [
    `inqueueCall:\n  name: ${name}\n  defaultLanguage: en-us\n`,
    '  supportedLanguages: { en-us: { defaultLanguageSkill: { noValue: true } } }\n',
    '  settingsInQueueCall: { holdMusic: { lit: { name: PromptSystem.on_hold_music } } }\n',
    '  settingsErrorHandling: { errorHandling: { disconnect: { none: true } } }\n',
    '  startUpTaskActions:\n',
    lines(actions, '    '),
  ].join('');

export const LINE = '+33199000001';
export const CALLER = '+33142685300';

/** Publishes a flow behind a number, and calls it. */
export function callTo(org: LivingOrg, flow: string | CallFlowParts, to = LINE): PlacedCall {
  org.number(to, org.publish(typeof flow === 'string' ? flow : callFlowOf(flow)));
  return call(org, to);
}

/** Calls a number. */
export function call(org: LivingOrg, to = LINE): PlacedCall {
  const placed = org.runtime.calls.place({ from: CALLER, to });
  if (!placed) throw new Error('nobody is behind the number');
  return placed;
}

/** Lets so many seconds pass. */
export const pass = (org: LivingOrg, seconds: number): void => {
  org.clock.runNow(() => false, org.clock.now() + seconds * 1000);
};

/** The parts of the log a story is told by: `audio.ended Hello`, `digits.pressed 1`. */
export const topicsOf = (org: LivingOrg): readonly string[] =>
  org.events('event.published').map(({ topic }) => topic.split('.').slice(5).join('.'));

/** The newest event of a topic. */
export function eventOn(org: LivingOrg, suffix: string): Readonly<Record<string, unknown>> {
  const event = [...org.events('event.published')].reverse().find(({ topic }) => topic.endsWith(`.${suffix}`));
  if (!event) throw new Error(`no event ${suffix}; there were ${topicsOf(org).join(', ')}`);
  return event.event;
}
