import type { ContainerReference } from '../../../architect/containers';
import { FlowProblem } from './flow-problem';
import type { FlowRun } from './flow-run';
import type { Jump } from './jump';

/** Leaves everything and goes on in a container. */
export function goTo(run: FlowRun, reference: ContainerReference | undefined): Jump {
  const place = run.program.find(reference);
  if (place) return { to: 'container', place };
  const path = reference?.kind === 'path' ? `'${reference.path}'` : 'nowhere';
  throw new FlowProblem(`the flow has nothing at ${path} to go on with`);
}
