/** A regular expression as it was read. */
export type Expression =
  | { readonly kind: 'empty' }
  | { readonly kind: 'character'; readonly matches: CharacterTest }
  | { readonly kind: 'sequence'; readonly parts: readonly Expression[] }
  | { readonly kind: 'choice'; readonly options: readonly Expression[] }
  | {
      readonly kind: 'repeat';
      readonly what: Expression;
      readonly least: number;
      readonly most: number;
      readonly mode: 'greedy' | 'lazy' | 'possessive';
    }
  | { readonly kind: 'group'; readonly what: Expression; readonly group: number }
  | { readonly kind: 'atomic'; readonly what: Expression }
  | { readonly kind: 'look'; readonly what: Expression; readonly behind: boolean; readonly negative: boolean }
  | { readonly kind: 'back'; readonly group: number; readonly ignoreCase: boolean }
  | { readonly kind: 'place'; readonly holds: PlaceTest };

/** Whether a code point matches. */
export type CharacterTest = (code: number) => boolean;

/** Whether a place between two characters of a text matches. */
export type PlaceTest = (text: string, at: number) => boolean;

/** A regular expression and its groups. */
export interface Pattern {
  readonly expression: Expression;
  readonly groups: number;
  readonly names: ReadonlyMap<string, number>;
}

/** A regular expression that Java refuses, or one that is not supported here. */
export class PatternError extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}
