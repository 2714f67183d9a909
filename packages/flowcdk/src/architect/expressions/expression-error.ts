/** The step in which a problem with an expression appears. */

export type Phase = 'syntax' | 'type' | 'evaluate';

/** A stretch of the expression's text: first character from 0, number of characters. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}

/** An expression cannot be parsed, has wrong types, or fails when it runs. */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError';
  readonly phase: Phase;
  readonly offset: number;
  readonly length: number;

  constructor(phase: Phase, message: string, span: Span) {
    super(message);
    this.phase = phase;
    this.offset = span.offset;
    this.length = span.length;
  }
}

/**
 * A run-time failure inside a function body. The body does not know its place in the text, so its caller turns the
 * failure into an {@link ExpressionError} with the position of the call.
 */
export class Failure extends Error {
  override readonly name = 'Failure';
}

/** A problem of an expression. Errors prevent the publish of a flow; warnings do not. */
export interface Problem extends Span {
  readonly severity: 'error' | 'warning';
  readonly message: string;
}
