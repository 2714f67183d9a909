import type { Json } from '../../state/json';
import { DataActionProblem } from './failure';

/** The steps of a data action, in order. The names are our own: whether the platform has fixed names is not known. */
export type StepName =
  | 'Validate input against the input schema'
  | 'Resolve credentials'
  | 'Get an access token'
  | 'Render the request URL'
  | 'Render the headers'
  | 'Render the request body'
  | 'Send the request'
  | 'Read the response'
  | 'Apply the translation map'
  | 'Render the success template'
  | 'Validate the result against the output schema';

/** Gets each step right when it is over. */
export type Trace = (
  step: StepName,
  outcome: { readonly result?: Json } | { readonly error: string } | { readonly warning: string },
) => void;

/** A trace that drops all steps. */
export const untraced: Trace = () => undefined;

/** A trace that says which steps succeeded and nothing else. `why` stands for the reason of a step that failed. */
export const withoutResults = (trace: Trace, why: string): Trace =>
  trace === untraced
    ? untraced
    : (step, outcome) => {
        if (!('warning' in outcome)) trace(step, 'error' in outcome ? { error: why } : {});
      };

const hidden = (): undefined => undefined;

/** Runs a step and reports it to the trace. `show` gives the part of its result that the trace may contain. */
export function traced<T>(
  trace: Trace,
  step: StepName,
  work: () => T,
  show: (result: T) => Json | undefined = hidden,
): T {
  if (trace === untraced) return work();
  try {
    const result = work();
    const shown = show(result);
    trace(step, shown === undefined ? {} : { result: shown });
    return result;
  } catch (problem) {
    if (problem instanceof DataActionProblem) trace(step, { error: problem.message });
    throw problem;
  }
}
