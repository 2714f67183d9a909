import { withoutStack } from '../without-stack';

/** Why a path gives nothing. The kinds are named like the real engine's exceptions. */
export type PathErrorKind =
  | 'PathNotFoundException'
  | 'InvalidPathException'
  /** A text that is no number is compared with a number. */
  | 'NumberFormatException'
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

export const notFound = (message: string): PathError =>
  withoutStack(() => new PathError('PathNotFoundException', message));
export const invalid = (message: string): PathError => new PathError('InvalidPathException', message);
