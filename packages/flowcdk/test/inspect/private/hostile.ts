import type { Stack } from '../../../src/apply/stack';
import { workshop } from './workshop';

/** A text that would do something in a page, in a script or in a template, if it were not escaped. */
export const mark = `<img src=x onerror=alert(1)></script><script>alert(2)</script>\${alert(3)}{{alert(4)}}"' onload='alert(5)`;

/** A workflow in which every text is such a text. */
export const hostileFlow = `workflow:
  name: ${JSON.stringify(mark)}
  description: ${JSON.stringify(mark)}
  startUpRef: "/workflow/states/state[one]"
  variables:
    - stringVariable:
        name: Flow.x
        description: ${JSON.stringify(mark)}
        initialValue:
          lit: ${JSON.stringify(mark)}
  states:
    - state:
        name: ${JSON.stringify(mark)}
        refId: one
        actions:
          - decision:
              name: ${JSON.stringify(mark)}
              condition:
                exp: ${JSON.stringify(`Flow.x == "${mark.replaceAll('"', '')}"`)}
              outputs:
                yes:
                  actions:
                    - mysterious:
                        name: ${JSON.stringify(mark)}
                        ${JSON.stringify(mark)}: ${JSON.stringify(mark)}
          - endWorkflow:
              name: ${JSON.stringify(mark)}
              exitReason:
                lit: ${JSON.stringify(mark)}
`;

/** What a stack may not lose: references, files, moments, types, and JSON with a form of its own. */
const STRUCTURE = /^(\$\{genesyscloud|flows\/|[{[]|\d{4}-|FREQ|v2\.|custom-|GET$|Workflow$|\$\.)/;

/** The workshop with such a text behind every text that people write. */
export const hostileWorkshop: Stack = { ...workshop, json: withMarks(workshop.json) as Stack['json'] };

function withMarks(value: unknown): unknown {
  if (typeof value === 'string') return STRUCTURE.test(value) ? value : `${value} ${mark}`;
  if (Array.isArray(value)) return value.map(withMarks);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withMarks(inner)]));
}
