/** A problem with a part of a text. Offsets count UTF-16 units. */
export interface YamlProblem {
  readonly message: string;
  readonly offset: number;
  readonly length: number;
  /** The problem is a `{{placeholder}}` that is not YAML yet. The tree has it as text. */
  readonly kind?: 'placeholder';
  /** The key of the placeholder's replacement: `flow_name`. */
  readonly key?: string;
  /** The name of the file, as the caller passed it. */
  readonly file?: string;
}

/** A problem without its file. */
export type PlacedProblem = Omit<YamlProblem, 'file'>;
