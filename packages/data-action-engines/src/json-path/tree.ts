import { type JavaValue } from '../java/value';
import { type Pattern } from '../java/regex';

/** A path as it was read. */
export interface JsonPath {
  /**
   * A definite path gives one value or fails; an indefinite one (filter, wildcard, slice, `..`) always gives a list,
   * maybe an empty one.
   */
  readonly definite: boolean;
  readonly steps: readonly Step[];
  /** The steps of a plain path, of single names and indexes from the document on: `$[0].id` ⇒ `[0, 'id']` */
  readonly members?: readonly (string | number)[];
  /** A function at the end, which makes one value of what the steps find. */
  readonly call?: FunctionCall;
  /** A part that can be read but is probably a mistake. */
  readonly doubt?: JsonPathProblem;
  /** Whether it begins at the document; `@` begins at the item of a filter. */
  readonly fromRoot: boolean;
}

/** What is wrong with a path, and where. */
export interface JsonPathProblem {
  readonly problem: string;
  /** Counted from 0. */
  readonly offset: number;
}

export type Step =
  | { readonly kind: 'names'; readonly names: readonly string[] }
  | { readonly kind: 'indexes'; readonly indexes: readonly number[] }
  /** `[(@.length-1)]` */
  | { readonly kind: 'fromEnd'; readonly offset: number }
  | { readonly kind: 'slice'; readonly from?: number; readonly to?: number }
  | { readonly kind: 'wildcard' }
  | { readonly kind: 'scan' }
  | { readonly kind: 'filter'; readonly condition: Condition };

export interface FunctionCall {
  readonly name: string;
  readonly arguments: readonly Operand[];
}

export type Operator =
  | '=='
  | '==='
  | '!=='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | '=~'
  | 'in'
  | 'nin'
  | 'subsetof'
  | 'anyof'
  | 'noneof'
  | 'contains'
  | 'size'
  | 'empty';

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly left: Condition; readonly right: Condition }
  | { readonly kind: 'not'; readonly what: Condition }
  | { readonly kind: 'exists'; readonly path: JsonPath }
  | { readonly kind: 'compare'; readonly operator: Operator; readonly left: Operand; readonly right: Operand };

export type Operand =
  | { readonly kind: 'path'; readonly path: JsonPath }
  | { readonly kind: 'pattern'; readonly pattern: Pattern; readonly source: string }
  /** A literal. To the engine even numbers and words are texts; it compares them by the type of the other side. */
  | { readonly kind: 'literal'; readonly text: string; readonly quoted: boolean }
  | { readonly kind: 'value'; readonly value: JavaValue };
