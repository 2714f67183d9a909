import { nodePlace, graphOf } from '../graph';
import type { Rule } from '../rule';

/** Architect offers Exit Loop and Next Loop inside loops only. */
export const loopControlOutsideLoop: Rule = {
  name: 'loop-control-outside-loop',
  family: 'paths',
  severity: 'error',
  protectsFrom: 'a loopExit or loopNext with no loop around it',
  start: (report) => ({
    flowEnd: (place) => {
      for (const node of graphOf(place.flow).nodes) {
        const kind = node.action?.kind;
        if (node.loop || (kind !== 'loopExit' && kind !== 'loopNext')) continue;
        const help = 'Put it into the loop it is about; a task that is called has left the loop of its caller.';
        report({ message: `${kind} stands in no loop`, help, ...nodePlace(node, place) });
      }
    },
  }),
};
