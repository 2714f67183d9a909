/**
 * Freezes a part of a tree with all its content. Frozen parts are skipped, so that a tree of frozen parts is cheap.
 * Definitions that a node refers to are left alone, because they belong to other code.
 */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  const parts: Iterable<readonly [unknown, unknown]> = value instanceof Map ? value : Object.entries(value);
  for (const [key, part] of parts) if (key !== 'definition') deepFreeze(part);
  return value;
}
