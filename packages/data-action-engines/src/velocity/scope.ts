import { type JavaValue } from '../java/value';
import { type Argument, type Expression } from './tree';

/** Where the names of a template are looked up. A name that is not set is null: Velocity knows no difference. */
export interface Scope {
  read(name: string): JavaValue;
  write(name: string, value: JavaValue): void;
  remove(name: string): void;
  /** What the caller of a macro wrote for a parameter. It is printed where the value is not set. */
  literal(name: string): string | undefined;
}

/** The variables of a template, by name: `input`, `rawResult` … */
export interface Variables {
  /** Undefined where there is none of that name; the same value each time. */
  get(name: string): JavaValue | undefined;
}

/**
 * The names of a whole template. What it sets itself comes before its variables, and these before the tools of the
 * platform.
 */
export class TemplateScope implements Scope {
  private own: Map<string, JavaValue> | undefined;

  constructor(
    private readonly variables: Variables,
    private readonly tools: ReadonlyMap<string, JavaValue>,
  ) {}

  read(name: string): JavaValue {
    const own = this.own?.get(name);
    if (own !== undefined) return own;
    const variable = this.variables.get(name);
    return variable === undefined ? (this.tools.get(name) ?? null) : variable;
  }

  write(name: string, value: JavaValue): void {
    (this.own ??= new Map()).set(name, value);
  }

  remove(name: string): void {
    this.write(name, null);
  }

  literal(): undefined {
    return undefined;
  }
}

/**
 * The names inside a macro. Arguments are passed by name: each use evaluates what the caller wrote. What is set inside
 * is set outside too.
 */
export class MacroScope implements Scope {
  private readonly own = new Map<string, JavaValue>();
  private readonly args: Map<string, Argument>;
  private readonly literals: ReadonlyMap<string, Argument>;

  constructor(
    private readonly outer: Scope,
    args: readonly (readonly [string, Argument])[],
    /** Evaluates an argument where the macro was called. */
    private readonly evaluate: (argument: Expression, outer: Scope) => JavaValue,
  ) {
    this.args = new Map(args);
    this.literals = new Map(args);
  }

  read(name: string): JavaValue {
    const own = this.own.get(name) ?? null;
    if (own !== null) return own;
    const argument = this.args.get(name);
    return argument ? this.evaluate(argument.value, this.outer) : this.outer.read(name);
  }

  write(name: string, value: JavaValue): void {
    this.own.set(name, value);
    this.outer.write(name, value);
  }

  remove(name: string): void {
    this.own.delete(name);
    this.args.delete(name);
    this.outer.remove(name);
  }

  /** Holds a value in the macro alone. */
  hold(name: string, value: JavaValue): void {
    this.own.set(name, value);
  }

  /** It stays where the value was removed. */
  literal(name: string): string | undefined {
    const argument = this.literals.get(name);
    return argument ? argument.literal : this.outer.literal(name);
  }
}
