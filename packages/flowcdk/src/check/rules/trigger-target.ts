import type { Rule } from '../rule';
import { placeOf, targetOf, triggersIn } from '../triggers';

/** A trigger leads to a workflow, which has to be there first. */
export const triggerTarget: Rule = {
  name: 'trigger-target',
  family: 'triggers',
  severity: 'error',
  protectsFrom: 'a trigger that leads to no workflow',
  start: (report) => ({
    project: (project) => {
      for (const trigger of triggersIn(project)) {
        const { target } = trigger;
        // Another check reports definitions that are used but not deployed.
        if (target?.existing || targetOf(trigger, project) || trigger.uses?.some(({ name }) => name === target?.name))
          continue;
        report({
          message: target?.name === undefined ? 'the trigger has no target' : `there is no workflow ${target.name}`,
          help: 'Give it a workflow of the same application, or one that exists already.',
          ...placeOf(trigger),
        });
      }
    },
  }),
};
