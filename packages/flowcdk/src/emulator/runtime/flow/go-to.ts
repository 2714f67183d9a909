import type { ContainerReference } from '../../../architect/containers';
import type { ValueNode } from '../../../architect/values';
import type { Run } from '../action-context';
import { FlowProblem } from './flow-problem';
import type { Inputs, Jump } from './jump';
import type { Place } from './program';
import { ANY } from './types';
import { typeIn } from './variables';

/** The container that a reference names. Breaks the flow if there is none. */
export function placeNamed(run: Run, reference: ContainerReference | undefined): Place {
  const place = run.program.find(reference);
  if (place) return place;
  const path = reference?.kind === 'path' ? `'${reference.path}'` : 'nowhere';
  throw new FlowProblem(`the flow has nothing at ${path} to go on with`);
}

/** Leaves all containers and goes on in another one. */
export const goTo = (run: Run, reference: ContainerReference | undefined): Jump => ({
  to: 'container',
  place: placeNamed(run, reference),
});

/** The values that a task gets as inputs. They are those of this moment (documented: by value). */
export function inputsOf(run: Run, place: Place, args: ReadonlyMap<string, ValueNode> | undefined): Inputs {
  const inputs = new Map<string, ReturnType<Run['value']>>();
  const { variables } = place.node as Place<'task'>['node'];
  for (const [name, node] of args ?? [])
    inputs.set(name, run.value(node, typeIn(variables, name) ?? run.program.typeOf(name) ?? ANY));
  return inputs;
}
