/** Something in a text that keeps it from being read as intended. Offsets count UTF-16 units. */
export interface YamlProblem {
  readonly message: string;
  readonly offset: number;
  readonly length: number;
  /** Told of a `{{placeholder}}` that stands where it is no YAML yet; the tree holds it as the text it is. */
  readonly kind?: 'placeholder';
  /** What the placeholder is replaced by has this key: `flow_name`. */
  readonly key?: string;
  /** The file as the caller named it. */
  readonly file?: string;
}

/** A problem before it knows its file. */
export type PlacedProblem = Omit<YamlProblem, 'file'>;
