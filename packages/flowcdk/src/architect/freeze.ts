/**
 * Freezes a part of a tree and all that is in it. What is frozen already is left alone, so that a tree made of frozen
 * parts costs one look at each of them; definitions a node refers to belong to somebody else.
 */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  const parts: Iterable<readonly [unknown, unknown]> = value instanceof Map ? value : Object.entries(value);
  for (const [key, part] of parts) if (key !== 'definition') deepFreeze(part);
  return value;
}
