import { defined } from './defined';
import type { FlowKind } from './flow-kinds';
import type { SourceLine } from './source-line';
import type { Finding } from './finding';

/*
 * Every error that a user can provoke is a function: what is wrong, the value, what is allowed, what to do. Those of one
 * room stand in the `errors.ts` of the room; here are those that several rooms need.
 */

/** A finding that prevents a deployment. */
export function error(
  rule: string,
  message: string,
  rest: { help?: string | undefined; path?: string | undefined; at?: SourceLine | undefined } = {},
): Finding {
  const { at, ...other } = rest;
  return Object.freeze(defined({ rule, severity: 'error', message, ...other, at }));
}

/** A finding that does not prevent a deployment. */
export function warning(...words: Parameters<typeof error>): Finding {
  return Object.freeze({ ...error(...words), severity: 'warning' });
}

export const flowOfAnotherKind = (
  path: string,
  place: string,
  flow: string,
  kind: FlowKind,
  flowKind: FlowKind,
  at?: SourceLine,
): Finding =>
  error('flow-kind', `${place} is ${JSON.stringify(flow)}, a flow of kind ${kind}`, {
    help: `Only a flow of kind ${flowKind} works there.`,
    path,
    at,
  });

export const jsonPathSyntax = (
  path: string,
  what: string,
  jsonPath: string,
  problem: string,
  offset: number,
  at?: SourceLine,
): Finding =>
  error('json-path-syntax', `the path ${jsonPath} of ${what} cannot be read: ${problem} at character ${offset + 1}`, {
    help: "Paths look like $.customer.name, $[0].id or $.items[?(@.kind == 'main')].id.",
    path,
    at,
  });

export const codeThrew = (problem: Error, at: SourceLine): Finding =>
  error('code-threw', `${problem.name}: ${problem.message.split('\n', 1).join()}`, {
    help: 'This line, or something it calls, failed while the definitions were made. FLOWCDK_DEBUG=1 shows the whole way there.',
    at,
  });
