/**
 * Bounds that no flow comes near. They keep a hostile or broken text from costing more than its size.
 */

/** Longer texts are refused: a text costs a multiple of itself in memory, and the largest exports are far smaller. */
export const MAX_CHARACTERS = 4 * 1024 * 1024;

/** How deep blocks may nest; whoever walks the tree by recursion needs a bound. */
export const MAX_DEPTH = 200;

/** How many nodes aliases may repeat in all: plenty for reuse, too few for a "billion laughs" text. */
export const MAX_ALIASED_NODES = 100_000;
