/** Something in a text that keeps it from being read as intended. Offsets count UTF-16 units. */
export interface YamlProblem {
  readonly message: string;
  readonly offset: number;
  readonly length: number;
  /** The file as the caller named it. */
  readonly file?: string;
}

/** A problem before it knows its file. */
export type FoundProblem = Omit<YamlProblem, 'file'>;
