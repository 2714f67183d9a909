/** What is wrong with an expression: where in its text, and in which step it was noticed. */

export type Phase = 'syntax' | 'type' | 'evaluate';

/** A stretch of the expression's text: first character from 0, number of characters. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}

/** Thrown for text that does not parse, does not check, or fails when it runs. */
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
 * A run-time failure inside a function body, which does not know where it stands in the text.
 * The caller of the body turns it into an {@link ExpressionError} with the position of the call.
 */
export class Failure extends Error {
  override readonly name = 'Failure';
}

/** What the checker found. Errors keep a flow from being published; warnings do not. */
export interface Problem extends Span {
  readonly severity: 'error' | 'warning';
  readonly message: string;
}
