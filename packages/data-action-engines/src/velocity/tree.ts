import { type JavaNumber } from '../java/number';

/** A template as it was read. Offsets count from 0 in the source. */
export interface Template {
  readonly source: string;
  readonly body: Block;
  readonly macros: ReadonlyMap<string, Macro>;
}

export type Block = readonly Statement[];

export type Statement =
  | { readonly kind: 'text'; readonly text: string }
  | Reference
  | { readonly kind: 'if'; readonly branches: readonly Branch[]; readonly otherwise: Block }
  | { readonly kind: 'set'; readonly target: Reference; readonly value: Expression }
  | {
      readonly kind: 'foreach';
      readonly variable: string;
      readonly source: Expression;
      readonly body: Block;
      readonly offset: number;
    }
  | { readonly kind: 'define'; readonly name: string; readonly body: Block }
  | Macro
  | Call
  | { readonly kind: 'break'; readonly scope?: Expression }
  | { readonly kind: 'stop' }
  | { readonly kind: 'evaluate'; readonly source: Expression; readonly offset: number }
  | { readonly kind: 'resource'; readonly directive: string; readonly offset: number };

export interface Branch {
  readonly condition: Expression;
  readonly body: Block;
}

/** `#macro(name $a $b) … #end` */
export interface Macro {
  readonly kind: 'macro';
  readonly name: string;
  readonly parameters: readonly string[];
  readonly body: Block;
}

/** `#name(…)`, or `#@name(…) … #end` with a body. Without a macro of that name its source is printed. */
export interface Call {
  readonly kind: 'call';
  readonly name: string;
  readonly arguments: readonly Argument[];
  readonly body?: Block;
  readonly source: string;
  readonly offset: number;
}

export interface Argument {
  readonly value: Expression;
  /** What stands for it where it has no value. A number, `true` and `false` have nothing. */
  readonly literal?: string;
}

/** `$a.b(1)[2]`, quiet, formal or escaped. */
export interface Reference {
  readonly kind: 'reference';
  readonly root: string;
  readonly steps: readonly Step[];
  readonly quiet: boolean;
  /** An odd number of backslashes stands in front. */
  readonly escaped: boolean;
  /** Half the backslashes in front. */
  readonly backslashes: string;
  /** Dollars in front that belong to no reference. */
  readonly dollars: string;
  /** As written, from its dollar on. */
  readonly source: string;
  readonly offset: number;
}

export type Step =
  | { readonly kind: 'property'; readonly name: string }
  | {
      readonly kind: 'method';
      readonly name: string;
      readonly arguments: readonly Expression[];
      readonly offset: number;
    }
  | { readonly kind: 'index'; readonly index: Expression; readonly offset: number };

export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';

export type Expression =
  | Reference
  | { readonly kind: 'string'; readonly text: string }
  /** A string with references in it. Where it is `padded`, a blank was appended before it was read. */
  | { readonly kind: 'interpolated'; readonly body: Block; readonly padded: boolean }
  | { readonly kind: 'number'; readonly value: JavaNumber }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'range'; readonly from: Expression; readonly to: Expression }
  | { readonly kind: 'map'; readonly entries: readonly (readonly [Expression, Expression])[] }
  | { readonly kind: 'not'; readonly what: Expression }
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | {
      readonly kind: 'compare';
      readonly operator: Comparison;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'calculate';
      readonly operator: '+' | '-' | '*' | '/' | '%';
      readonly left: Expression;
      readonly right: Expression;
      /** What stands for a missing operand beside a string: its source. */
      readonly sources: readonly [string, string];
    }
  /** A bare word among the arguments of a directive. */
  | { readonly kind: 'word'; readonly word: string };
