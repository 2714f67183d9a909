import { workflowYaml } from '../../private/flows';
import { livingOrg } from './living-org';

export const variables = `    - stringVariable: { name: Flow.trail, initialValue: { lit: "" }, isInput: false, isOutput: true }
    - integerVariable: { name: Flow.i, initialValue: { noValue: true }, isInput: false, isOutput: true }`;

export const note = `{ updateData: { name: Note, statements: [{ string: { variable: Flow.trail, value: { exp: 'Append(Flow.trail, ToString(Flow.i))' } } }] } }`;

export const after = `          - updateData: { name: After, statements: [{ string: { variable: Flow.trail, value: { exp: 'Append(Flow.trail, ".")' } } }] }`;

export function run(actions: string) {
  const org = livingOrg();
  const execution = org.launch(org.publish(workflowYaml('loops', `${actions}\n${after}`, variables)));
  return { trail: execution.outputs?.['Flow.trail'] ?? execution.problem, org };
}

export const loop = (count: string, body: string): string =>
  `          - loop: { name: Loop, currentIndex: { var: Flow.i }, loopCount: ${count}, outputs: { loop: { actions: [${body}] } } }`;

/** An action that runs where a condition holds. */
export const when = (condition: string, then: string): string =>
  `{ decision: { name: So?, condition: { exp: ${condition} }, outputs: { "yes": { actions: [${then}] } } } }`;

/** A loop with a path for its condition, and with a path for its most turns. */
export const loopUntil = (condition: string, most: string, body = note): string => `          - loopUntil:
              name: Until
              currentIndex: { var: Flow.i }
              maxLoopCount: ${most}
              untilCases: [{ untilCase: { name: met, condition: { exp: ${condition} } } }]
              outputs:
                loop: { actions: [${body}] }
                loopsMax: { actions: [{ updateData: { name: Max, statements: [{ string: { variable: Flow.trail, value: { exp: 'Append(Flow.trail, "max")' } } }] } }] }
                paths: [{ path: { name: met, actions: [{ updateData: { name: Met, statements: [{ string: { variable: Flow.trail, value: { exp: 'Append(Flow.trail, "met")' } } }] } }] } }]`;
