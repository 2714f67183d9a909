export interface Around {
  readonly name?: string;
  /** Items of `variables:`, a line each. */
  readonly variables?: string;
  /** More keys of the flow. */
  readonly more?: string;
}

/** A workflow whose only state runs these actions. */
export const workflow = (actions: string, { name = 'flow', variables, more }: Around = {}): string => `
workflow:
  name: ${name}
  startUpRef: /workflow/states/state[S]
${block('variables', variables, 2)}${lines(more, 2)}  states:
    - state:
        name: State
        refId: S
        actions:
${lines(actions, 10)}`;

/** An inbound call flow that starts with a task of these actions; `menus` and further `tasks` a line each. */
export const call = (
  actions: string,
  { name = 'flow', variables, more, tasks, menus }: Around & { readonly tasks?: string; readonly menus?: string } = {},
): string => `
inboundCall:
  name: ${name}
  startUpRef: /inboundCall/tasks/task[T]
${block('variables', variables, 2)}${lines(more, 2)}${block('menus', menus, 2)}  tasks:
    - task:
        name: Task
        refId: T
        actions:
${lines(actions, 10)}${lines(tasks, 4)}`;

/** `string('Flow.x')` ⇒ `- stringVariable: { name: Flow.x }` */
export const string = (name: string, more = ''): string =>
  `- stringVariable: { name: ${name}${more === '' ? '' : `, ${more}`} }`;

const lines = (text: string | undefined, by: number): string =>
  text === undefined
    ? ''
    : `${text
        .replace(/^\n+|\s+$/g, '')
        .split('\n')
        .map((line) => ' '.repeat(by) + line)
        .join('\n')}\n`;

const block = (key: string, items: string | undefined, by: number): string =>
  items === undefined ? '' : `${' '.repeat(by)}${key}:\n${lines(items, by + 2)}`;
