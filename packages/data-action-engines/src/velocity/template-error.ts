/** Why a template cannot be rendered. The kinds are named like the real engine's exceptions. */
export type TemplateErrorKind =
  | 'ParseErrorException'
  | 'MethodInvocationException'
  | 'ResourceNotFoundException'
  | 'MacroOverflowException'
  | 'NumberFormatException'
  | 'ConcurrentModificationException'
  | 'VelocityException'
  /** Ours: the template goes beyond its bounds. */
  | 'TemplateTooCostly';

/** A template that cannot be read or rendered. */
export class TemplateError extends Error {
  constructor(
    readonly kind: TemplateErrorKind,
    message: string,
    /** Where, counted from 0 in the template. */
    readonly offset: number,
  ) {
    super(message);
  }
}
