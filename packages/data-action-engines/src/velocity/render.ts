import { writeMember } from '../java/member';
import { integer } from '../java/method-table';
import { JavaList, JavaMap, JavaTool, type JavaValue, textOf } from '../java/value';
import { TooMuch, Work } from '../java/work';
import { evaluate, type Evaluation, follow, holds, inJava, resolve } from './evaluate';
import { Leave, LoopScope, runUntilLeft, scopeOf } from './loop';
import { Output } from './output';
import { macrosIn } from './macros';
import { parseBlockOf } from './parse';
import { MacroScope, type Scope, TemplateScope, type Variables } from './scope';
import { TemplateError } from './template-error';
import { toolsFor } from './tools';
import {
  type Argument,
  type Block,
  type Call,
  type Expression,
  type Macro,
  type Reference,
  type Statement,
  type Template,
} from './tree';

/** What a template is rendered with. */
export interface RenderOptions {
  /** Chance of `$math.random`, from 0 up to 1; without it always 0.5, so that a run can be repeated. */
  readonly random?: () => number;
}

/**
 * The text that a template gives in Apache Velocity 1.7. The documented behaviour of the platform and published
 * templates agree with it. Throws a {@link TemplateError}, in bounded time whatever the template.
 */
export function renderTemplate(template: Template, variables: Variables, options: RenderOptions = {}): string {
  const work = new Work();
  const tools = options.random ? toolsFor(options.random) : repeatableTools;
  const renderer = new Renderer(work, template.macros);
  try {
    return renderer.whole(template.body, new TemplateScope(variables, tools));
  } catch (problem) {
    if (problem instanceof TooMuch)
      throw new TemplateError('TemplateTooCostly', `the template ${problem.message}`, renderer.offset);
    throw problem;
  }
}

const repeatableTools = toolsFor(() => 0.5);

/** How deep macros may call macros, and blocks themselves: Velocity's own limits. */
const MACRO_DEPTH = 20;
const BLOCK_DEPTH = 2;

class Renderer implements Evaluation {
  /** The last place with a known offset, for errors that have none of their own. */
  offset = 0;
  private macroDepth = 0;

  constructor(
    readonly work: Work,
    /** A template may call a macro before the macro's definition. */
    private macros: ReadonlyMap<string, Macro>,
  ) {}

  whole(block: Block, scope: Scope): string {
    const output = new Output(this.work);
    try {
      this.block(block, scope, output);
    } catch (left) {
      if (!(left instanceof Leave)) throw left;
    }
    return output.text;
  }

  render(block: Block, scope: Scope): string {
    const output = new Output(this.work);
    this.block(block, scope, output);
    return output.text;
  }

  private block(block: Block, scope: Scope, output: Output): void {
    this.work.down();
    try {
      for (const statement of block) {
        this.work.step();
        this.statement(statement, scope, output);
      }
    } finally {
      this.work.up();
    }
  }

  private statement(statement: Statement, scope: Scope, output: Output): void {
    switch (statement.kind) {
      case 'text':
        return output.write(statement.text);
      case 'reference':
        return this.reference(statement, scope, output);
      case 'if':
        return this.condition(statement, scope, output);
      case 'set':
        return this.assign(statement.target, statement.value, scope);
      case 'foreach':
        return this.loop(statement, scope, output);
      case 'define':
        return scope.write(statement.name, this.blockValue(statement.body, scope, BLOCK_DEPTH));
      case 'macro':
        return;
      case 'call':
        return this.call(statement, scope, output);
      case 'break':
        return this.leave(statement.scope, scope);
      case 'stop':
        throw new Leave('template');
      case 'evaluate':
        return this.evaluateText(statement.source, statement.offset, scope, output);
      case 'resource':
        throw new TemplateError(
          'ResourceNotFoundException',
          `#${statement.directive} finds nothing: a template of a data action stands alone`,
          statement.offset,
        );
    }
  }

  private reference(reference: Reference, scope: Scope, output: Output): void {
    this.offset = reference.offset;
    const value = resolve(reference, scope, this);
    const { backslashes, dollars } = reference;
    if (reference.escaped)
      return output.write(`${backslashes}${value === null ? '\\' : ''}${this.unset(reference, scope)}`);
    const text = value === null ? null : textOf(value, this.work);
    // The engine prints the backslashes twice in front of what is not set.
    if (text === null) return output.write(`${backslashes}${backslashes}${dollars}${this.unset(reference, scope)}`);
    output.write(`${backslashes}${dollars}${text}`);
  }

  /** What stands for a reference that is not set. */
  private unset({ quiet, escaped, source }: Reference, scope: Scope): string {
    if (quiet && !escaped) return '';
    return (source.startsWith('$') ? scope.literal(source.slice(1)) : undefined) ?? source;
  }

  private condition({ branches, otherwise }: Extract<Statement, { kind: 'if' }>, scope: Scope, output: Output): void {
    for (const { condition, body } of branches)
      if (holds(condition, scope, this)) return this.block(body, scope, output);
    this.block(otherwise, scope, output);
  }

  private assign(target: Reference, expression: Expression, scope: Scope): void {
    this.offset = target.offset;
    const value = evaluate(expression, scope, this);
    // Null sets nothing: the old value stays.
    if (value === null) return;
    const last = target.steps.at(-1);
    // #set(${x} = …) and #set($!x = …) set nothing: the engine takes the mark for a part of the name.
    if (!last) return /^\$[{!]/.test(target.source) ? undefined : scope.write(target.root, value);
    let owner: JavaValue = scope.read(target.root);
    for (const step of target.steps.slice(0, -1)) {
      if (owner === null) return;
      owner = follow(owner, step, scope, this) ?? null;
    }
    if (owner === null || last.kind === 'method') return;
    const holder = owner;
    if (last.kind === 'property' && !(holder instanceof JavaMap) && !scopeOf(holder)) return;
    const member = last.kind === 'property' ? last.name : evaluate(last.index, scope, this);
    inJava('put', target.offset, () => writeMember(holder, member, value, this.work));
  }

  private loop(
    { variable, source, body, offset }: Extract<Statement, { kind: 'foreach' }>,
    scope: Scope,
    output: Output,
  ): void {
    this.offset = offset;
    const items = itemsOf(evaluate(source, scope, this), offset, this.work);
    if (!items) return;
    const names = [variable, 'velocityCount', 'velocityHasNext'];
    const before = names.map((name) => scope.read(name));
    const replaced = scope.read('foreach');
    const loop = new LoopScope(replaced);
    scope.write('foreach', loop.value);
    const restore = (): void => {
      names.forEach((name, i) => put(scope, name, before[i] ?? null));
      put(scope, 'foreach', replaced);
    };
    try {
      for (const item of items()) {
        this.work.step();
        scope.write('velocityCount', integer(loop.index + 2));
        scope.write('velocityHasNext', item.hasNext);
        scope.write(variable, item.value);
        loop.index += 1;
        loop.hasNext = item.hasNext;
        if (!runUntilLeft(loop, () => this.block(body, scope, output))) break;
      }
    } finally {
      restore();
    }
  }

  /** `#define`, and the body of a macro: rendered where it is used. */
  private blockValue(body: Block, scope: Scope, deepest: number): JavaValue {
    let depth = 0;
    return new JavaTool(
      'Block',
      () => undefined,
      () => undefined,
      () => {
        if (depth >= deepest) return null;
        depth += 1;
        try {
          const output = new Output(this.work);
          runUntilLeft(undefined, () => this.block(body, scope, output));
          return output.text;
        } finally {
          depth -= 1;
        }
      },
    );
  }

  private call(call: Call, scope: Scope, output: Output): void {
    const macro = this.macros.get(call.name);
    if (!macro) return output.write(call.source);
    if (call.arguments.some(({ value }) => value.kind === 'word'))
      throw new TemplateError('ParseErrorException', `#${call.name} takes no words`, call.offset);
    if (this.macroDepth >= MACRO_DEPTH)
      throw new TemplateError(
        'MacroOverflowException',
        `macros call each other more than ${MACRO_DEPTH} times`,
        call.offset,
      );
    const args = macro.parameters.flatMap((name, i): (readonly [string, Argument])[] => {
      const argument = call.arguments[i];
      return argument ? [[name, argument]] : [];
    });
    const inside = new MacroScope(scope, args, (argument, outer) => evaluate(argument, outer, this));
    if (call.body) inside.hold('bodyContent', this.blockValue(call.body, scope, MACRO_DEPTH));
    this.macroDepth += 1;
    try {
      runUntilLeft(undefined, () => this.block(macro.body, inside, output));
    } finally {
      this.macroDepth -= 1;
    }
  }

  private leave(scopeExpression: Expression | undefined, scope: Scope): never {
    if (!scopeExpression) throw new Leave('nearest');
    const loop = scopeOf(evaluate(scopeExpression, scope, this));
    if (!loop) throw new TemplateError('VelocityException', '#break was given something that is no loop', this.offset);
    throw new Leave(loop);
  }

  private evaluateText(source: Expression, offset: number, scope: Scope, output: Output): void {
    const value = evaluate(source, scope, this);
    const text = value === null ? '' : (textOf(value, this.work) ?? '');
    this.work.step(text.length);
    const block = parseBlockOf(text, offset, 0);
    this.macros = new Map([...macrosIn(block), ...this.macros]);
    runUntilLeft(undefined, () => this.block(block, scope, output));
  }
}

function put(scope: Scope, name: string, value: JavaValue): void {
  if (value === null) scope.remove(name);
  else scope.write(name, value);
}

interface Item {
  readonly value: JavaValue;
  readonly hasNext: boolean;
}

/** What a loop goes over: lists, arrays, the values of a map, an iterator; undefined for what has no items. */
function itemsOf(value: JavaValue, offset: number, work: Work): (() => Iterable<Item>) | undefined {
  // Java's iterators throw where their list or map got longer or shorter and a loop goes on with it.
  const changed = (what: string): TemplateError =>
    new TemplateError('ConcurrentModificationException', `a ${what} was changed inside its #foreach`, offset);
  if (value instanceof JavaList) {
    const { items } = value;
    const { length } = items;
    return function* () {
      // The loop ends where as many items are left as it went over, even if their number was another before.
      for (let i = 0; i !== items.length; i += 1) {
        if (items.length !== length) throw changed('list');
        yield { value: items[i] ?? null, hasNext: i + 1 < length };
      }
    };
  }
  if (value instanceof JavaMap) {
    work.step(value.size);
    const entries = value.entries();
    return function* () {
      for (const [i, { key }] of entries.entries()) {
        if (value.size !== entries.length) throw changed('map');
        yield { value: value.find(key) ?? null, hasNext: i + 1 < entries.length };
      }
    };
  }
  if (!(value instanceof JavaTool) || value.method('hasNext', [], work) === undefined || scopeOf(value))
    return undefined;
  return function* () {
    while (value.method('hasNext', [], work) === true) {
      const item = value.method('next', [], work) ?? null;
      yield { value: item, hasNext: value.method('hasNext', [], work) === true };
    }
  };
}
