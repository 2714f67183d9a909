/**
 * Makes an error that is an everyday answer, such as a path that finds nothing. Nobody reads its stack, which would
 * cost more than all the rest.
 */
export function withoutStack<E extends Error>(make: () => E): E {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return make();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
