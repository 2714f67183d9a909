import type { YamlNode } from '../architect/yaml/node';
import type { Finding } from '../ground/finding';
import { brokenLink } from './refusals';
import { type Part } from './part';

/** What the conversion of an action needs of the flow around it. */
export interface Context {
  /** The root key of the flow: `inboundCall`. */
  readonly root: string;
  /** Whether somebody listens in this kind of flow. */
  readonly isVoice: boolean;
  /** The actions from one id on, to the end of their list. Nothing for a path without actions. */
  actionsFrom(id: string | undefined, where: string): YamlNode | undefined;
  /** The path of a container: `/inboundCall/tasks/task[New Task_12]`. */
  pathOf(id: string, where: string): string;
  /** The content of a task that only a menu choice starts. */
  taskOfChoice(id: string, where: string): YamlNode;
}

/** A link of the export that leads nowhere. The export is refused, because the flow cannot be told from it. */
export class BrokenLink extends Error {
  constructor(readonly finding: Finding) {
    super(finding.message);
  }
}

/** The actions of one container, by id. */
export class ActionsById {
  private readonly open: Map<string, Part>;

  constructor(
    actions: readonly Part[],
    private readonly file: string,
  ) {
    this.open = new Map(actions.map((action) => [action.peekText('id') ?? '', action] as const));
  }

  /** Takes an action. An action can be taken once. */
  take(id: string, where: string): Part {
    const action = this.open.get(id);
    if (action === undefined) throw new BrokenLink(brokenLink(this.file, id, where));
    this.open.delete(id);
    return action;
  }

  /** The actions to which no path leads. */
  unreached(): readonly Part[] {
    return [...this.open.values()];
  }
}
