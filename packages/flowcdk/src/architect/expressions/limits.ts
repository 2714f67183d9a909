/**
 * Limits of the language. Documented limits come from the 2018 client core and the resource centre. Assumed limits are
 * marked.
 */

/** Characters in one expression (documented). */
export const MAX_TEXT_LENGTH = 32_000;
/**
 * The deepest nesting of parentheses, calls, indexes, prefix operators and powers (documented for calls, assumed for
 * the rest).
 */
export const MAX_NESTING = 60;
/** Largest magnitude of an Integer and of a Duration in milliseconds (documented). */
export const MAX_INTEGER = 999_999_999_999_999;
/** Significant digits of a Decimal (documented). */
export const DECIMAL_DIGITS = 40;
/** Characters in a text that an expression builds (assumed: the platform's limit is not published). */
export const MAX_STRING_LENGTH = 1_000_000;
/** Items in a collection that an expression builds (assumed). */
export const MAX_LIST_LENGTH = 100_000;
/** The deepest nesting of objects and arrays in a JSON text (assumed). */
export const MAX_JSON_DEPTH = 100;
