/** Limits far above any flow. They bound the cost of a hostile or broken text. */

/** Longer texts are refused. A text costs a multiple of its size in memory, and the largest exports are far smaller. */
export const MAX_CHARACTERS = 4 * 1024 * 1024;

/** The deepest nesting of blocks. Recursive walks of the tree need a limit. */
export const MAX_DEPTH = 200;

/** The number of nodes that aliases may repeat in total: enough for reuse, too few for a "billion laughs" text. */
export const MAX_ALIASED_NODES = 100_000;
