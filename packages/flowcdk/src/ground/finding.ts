import type { SourceLine } from './source-line';

/** How much a finding matters: an error stops the command, a warning does not. */
export type Severity = 'error' | 'warning';

/** Something wrong, in words for the person who can mend it. */
export interface Finding {
  /** A stable code in kebab-case: `timeout-out-of-range`. */
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong, with the value, in one sentence. */
  readonly message: string;
  /** What is allowed and what to do. */
  readonly help?: string;
  /** Where in the product: `support-line / Launch / Start identification`. */
  readonly path?: string;
  /** Where in the text. */
  readonly at?: SourceLine;
  /** Where in TypeScript that text is defined. */
  readonly definedAt?: SourceLine;
  /** The line of the text and the culprit in it; the column counts from 1. */
  readonly excerpt?: { readonly text: string; readonly column: number; readonly length: number };
}

/** Thrown where a program cannot go on. It carries all findings, not only the first. */
export class FlowcdkError extends Error {
  constructor(readonly findings: readonly Finding[]) {
    super(findings.map(findingText).join('\n'));
    this.name = 'FlowcdkError';
  }
}

/**
 * A finding in words: `settings.yaml:12:5: … (help)`.
 *
 * @example
 * ```ts
 * console.error(findingText({ rule: 'example', severity: 'error', message: 'the queue has no name', path: 'orders' }));
 * // orders: the queue has no name
 * ```
 */
export function findingText({ at, path, message, help }: Finding): string {
  const place = at && `${at.file}:${at.line}:${at.column}`;
  const where = [place, path].filter((part) => part !== undefined && part !== '').join('  ');
  return `${where === '' ? '' : `${where}: `}${message}${help ? `\n    ${help}` : ''}`;
}
