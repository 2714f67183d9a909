import type { Rule } from '../rule';
import { respelt } from '../spelling';
import { yamlOf } from '../yaml-of';

/** Two inputs whose names differ only in spelling are two variables. Whoever starts the flow fills one of them. */
export const inputsAlike: Rule = {
  name: 'inputs-alike',
  family: 'variables',
  severity: 'warning',
  protectsFrom: 'two inputs for one value, of which only one is filled',
  start: (report) => ({
    flow: ({ file, flow, path }) => {
      const before: string[] = [];
      for (const { content } of flow.variables ?? []) {
        const name = content?.name;
        if (name === undefined || content?.isInput !== true) continue;
        const other = respelt(name, before);
        before.push(name);
        if (other === undefined) continue;
        report({
          message: `the inputs ${other} and ${name} differ only in their spelling`,
          help: 'Whoever starts the flow fills one of them. Keep that one.',
          file,
          path,
          yaml: yamlOf(content),
        });
      }
    },
  }),
};
