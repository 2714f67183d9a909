/** What `flowcdk init` can write, each in one line. A template is the folder of its name, laid over `common`. */
export const templates = {
  reception: 'a reception: menu, opening hours, a data action, a queue with call-backs, a trigger, tests',
  blank: 'one flow that says hello, and its test',
  'caller-identification': 'the application in the box: callers are recognised while they talk',
} as const;

export type TemplateName = keyof typeof templates;

export const templateNames = Object.keys(templates) as readonly TemplateName[];

export const DEFAULT_TEMPLATE: TemplateName = 'reception';
