/** Why a path gives nothing. The kinds are named like the real engine's exceptions. */
export type PathErrorKind =
  | 'PathNotFoundException'
  | 'InvalidPathException'
  /** Ours: the path goes beyond its bounds. */
  | 'PathTooCostly';

/** A path that finds nothing, or does not fit the document. */
export class PathError extends Error {
  constructor(
    readonly kind: PathErrorKind,
    message: string,
  ) {
    super(message);
  }
}

/** A path that finds nothing is an everyday answer: nobody needs its stack, which costs more than the path. */
export function notFound(message: string): PathError {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return new PathError('PathNotFoundException', message);
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
export const invalid = (message: string): PathError => new PathError('InvalidPathException', message);
