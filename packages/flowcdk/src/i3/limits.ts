/** The largest export that is read, in bytes. The largest known one has half a million. */
export const MAX_BYTES = 32 * 1024 * 1024;

/** The most values. The largest known export has 9000; each has a place in the account. */
export const MAX_VALUES = 500_000;

/** The most levels of nested JSON. The deepest known export has 33; a long chain of operators has three for each. */
export const MAX_DEPTH = 1000;
