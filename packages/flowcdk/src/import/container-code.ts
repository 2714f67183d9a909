import {
  type Container,
  menu as menuForm,
  type MenuChoiceNode,
  menuChoices,
  type MenuNode,
  state as stateForm,
  type StateNode,
  task as taskForm,
  type TaskNode,
} from '../architect/containers';
import type { Form, KindItem, StructNode } from '../architect/forms';
import { ORIGIN } from '../architect/origin';
import type { KeyForms } from '../architect/raw';
import { literalScalar } from '../architect/values';
import { toData, type YamlData } from '../architect/yaml/node';
import { writePart } from '../architect/yaml/write-flow';
import { call, type Code, commented, lambda, list, literal, object, uses } from './code';
import type { FileComments } from './comments';
import { declarationsCode, flagsCode } from './declaration-code';
import { dataOrUndefined, differentKeys, type FlowScope, isMap, OWN, variablesIn } from './flow-scope';
import { dataCode } from './value-code';

type AcdChoice = StructNode<(typeof menuChoices)['menuTransferToAcd']['fields']>;

/** The code of the containers of a flow. */
export class ContainerCode {
  /** @param raw takes the keys that a container or a choice keeps as YAML */
  constructor(
    private readonly scope: FlowScope,
    private readonly comments: FileComments,
    private readonly raw: (keys: readonly string[]) => void,
  ) {}

  of(node: Container): Code {
    switch (node.kind) {
      case 'state':
        return this.state(node);
      case 'task':
        return this.task(node);
      case 'menu':
        return this.menu(node);
    }
  }

  state(node: StateNode): Code {
    return this.listed('state', stateForm, node, {});
  }

  private task(node: TaskNode): Code {
    const paths = node.outputPaths?.map(({ name }) => literal(name ?? ''));
    return this.listed('task', taskForm, node, { outputPaths: paths && list(paths) });
  }

  private menu(node: MenuNode): Code {
    const { values } = this.scope;
    const { menuSelectionTimeout, repeatCount } = node.settingsMenu ?? {};
    const options = {
      refId: this.refId(node),
      audio: values.of(node.audio, 'audio') ?? literal(''),
      menuSelectionTimeout: values.orUnset(menuSelectionTimeout, 'duration'),
      repeatCount: values.orUnset(repeatCount, 'integer'),
      choices: list((node.choices ?? []).map((choice) => this.choice(choice))),
    };
    return this.checked('menu', menuForm, node, (raw) =>
      call('menu', literal(node.name ?? ''), object({ ...options, raw })),
    );
  }

  /** A state or a task: a list of actions, and their variables. */
  private listed(
    builder: 'state' | 'task',
    form: Form<unknown>,
    node: StateNode | TaskNode,
    more: Readonly<Record<string, Code | undefined>>,
  ): Code {
    const own = variablesIn(node.variables, OWN);
    const actions = this.scope.within(own, () => this.scope.actions(node.actions ?? []));
    const declarations = declarationsCode(node.variables, this.scope.values, this.comments);
    const options = {
      refId: this.refId(node),
      ...more,
      variables: declarations.length > 0 ? ({ kind: 'object', entries: declarations } as const) : undefined,
      variableFlags: flagsCode(node.variables, []),
    };
    return this.scope.within(own, () =>
      this.checked(builder, form, node, (raw) => {
        const filled = object({ ...options, raw });
        const content =
          filled.entries.length === 0
            ? actions
            : object({ ...options, raw, actions: lambda(uses(actions, OWN) ? [OWN] : [], actions) });
        return call(builder, literal(node.name ?? ''), content);
      }),
    );
  }

  private refId(node: { readonly name?: string; readonly refId?: string }): Code | undefined {
    return node.refId === undefined || node.refId === node.name ? undefined : literal(node.refId);
  }

  /** The code with the keys as YAML that its builder writes in another way than the file. */
  private checked(
    kind: Container['kind'],
    form: Form<unknown>,
    node: StateNode | TaskNode | MenuNode,
    make: (raw: Code | undefined) => Code,
  ): Code {
    const first = make(undefined);
    const written = withRefId(this.written(form, this.scope.evaluate(first)), node.name);
    const expected = toData(writePart(form, node, this.scope.pathOf)) as { [key: string]: YamlData };
    const different = differentKeys(written, expected, fieldsOf(form));
    const comments = this.comments.of(node[ORIGIN]?.yaml);
    if (Object.keys(different).length === 0) return commented(comments, first);
    this.raw(Object.keys(different).map((key) => `${kind}.${key}`));
    return commented(comments, make(dataOrUndefined(different)));
  }

  private written(form: Form<unknown>, node: unknown): { [key: string]: YamlData } {
    const data = toData(writePart(form, node, this.scope.pathOf));
    return isMap(data) ? data : {};
  }

  private choice(choice: KindItem<MenuChoiceNode>): Code {
    const { content } = choice;
    const comments = this.comments.of(choice[ORIGIN]?.yaml);
    if (content === undefined) return commented(comments, rawChoice('', toData(choice.yaml)));
    const kind = choice.kind as keyof typeof menuChoices;
    const form = menuChoices[kind] as unknown as Form<unknown>;
    const expected = toData(writePart(form, content, this.scope.pathOf));
    const builder = this.choiceOptions(kind, content);
    if (!builder || !isMap(expected)) {
      this.raw([kind]);
      return commented(comments, rawChoice(kind, expected));
    }
    const make = (raw?: Code): Code => call(kind, literal(content.name ?? ''), object({ ...builder, raw }));
    const evaluated = this.scope.evaluate(make()) as { readonly content: unknown };
    const different = differentKeys(this.written(form, evaluated.content), expected, fieldsOf(form));
    if (Object.keys(different).length === 0) return commented(comments, make());
    this.raw(Object.keys(different).map((key) => `${kind}.${key}`));
    return commented(comments, make(dataOrUndefined(different)));
  }

  /** The options of the builder of a choice. Undefined where it has no builder. */
  private choiceOptions(kind: string, content: MenuChoiceNode): Readonly<Record<string, Code | undefined>> | undefined {
    const common = {
      refId: content.refId === undefined ? undefined : literal(content.refId),
      dtmf: content.dtmf === undefined ? undefined : literal(content.dtmf),
      globalDtmf: content.globalDtmf === true ? literal(true) : undefined,
      speechRecTerms: content.speechRecTerms && termsCode(content.speechRecTerms),
    };
    const { scope } = this;
    switch (kind) {
      case 'menuDisconnect':
      case 'menuRepeatMenu':
      case 'menuPreviousMenu':
        return common;
      case 'menuTask':
        return { ...common, ...this.choiceTask(content.task ?? {}) };
      case 'menuJumpToTask':
        return content.targetTaskRef && { ...common, targetTask: lambda([], scope.container(content.targetTaskRef)) };
      case 'menuJumpToMenu': {
        const { targetMenuRef } = content as { readonly targetMenuRef?: typeof content.targetTaskRef };
        return targetMenuRef && { ...common, targetMenu: lambda([], scope.container(targetMenuRef)) };
      }
      case 'menuTransferToAcd':
        return { ...common, ...this.choiceTransfer(content as AcdChoice) };
      default:
        return undefined;
    }
  }

  private choiceTransfer(content: AcdChoice): Readonly<Record<string, Code | undefined>> {
    const { values } = this.scope;
    const waiting = content.overrideInQueueFlow?.name;
    return {
      targetQueue: values.of(content.targetQueue, 'queue'),
      overrideInQueueFlow: waiting === undefined ? undefined : this.scope.named('flow', waiting),
      preTransferAudio: values.of(content.preTransferAudio, 'audio'),
      failureTransferAudio: values.of(content.failureTransferAudio, 'audio'),
      priority: literalScalar(content.priority) === 0 ? undefined : values.of(content.priority, 'integer'),
      onFailure: content.outputs?.failure?.actions && this.scope.actions(content.outputs.failure.actions),
    };
  }

  private choiceTask(node: TaskNode): Readonly<Record<string, Code | undefined>> {
    const own = variablesIn(node.variables, OWN);
    const actions = this.scope.within(own, () => this.scope.actions(node.actions ?? []));
    const declarations = declarationsCode(node.variables, this.scope.values, this.comments);
    if (declarations.length === 0) return { actions };
    return {
      variables: { kind: 'object', entries: declarations },
      variableFlags: flagsCode(node.variables, []),
      actions: lambda(uses(actions, OWN) ? [OWN] : [], actions),
    };
  }
}

const fieldsOf = (form: Form<unknown>): KeyForms => (form as { readonly fields?: KeyForms }).fields ?? {};

const rawChoice = (kind: string, content: YamlData): Code => call('rawMenuChoice', literal(kind), dataCode(content));

const termsCode = (terms: ReadonlyMap<string, { readonly terms?: readonly string[] }>): Code => ({
  kind: 'object',
  entries: [...terms].map(([language, { terms: words = [] }]) => ({
    key: language,
    value: list(words.map((word) => literal(word))),
  })),
});

/** A definition gets its refId when the flow is written: the name, where it has none. */
const withRefId = (data: { [key: string]: YamlData }, name: string | undefined): { [key: string]: YamlData } =>
  data['refId'] === undefined && name !== undefined ? { ...data, refId: name } : data;
