import type { YamlFlow } from '../architect/flows/yaml-flow';
import { definedBy, ORIGIN } from '../architect/origin';
import type * as Reading from './read-yaml-flow';
import type { FlowFromYamlOptions } from './flow-from-yaml-options';

/**
 * A flow of a file of Architect YAML, as a definition like any other. It is deployed as it stands in the file. Stacks,
 * call routes, queues, triggers and other flows refer to it, and it refers to other definitions by their names: what a
 * stack of the application creates under a name is deployed before the flow, everything else is looked up in the
 * organisation. Mistakes in the file are findings.
 *
 * @example
 * ```ts
 * const reception = flowFromYaml('flows/reception.inboundCall.yaml');
 * const app = application({
 *   stacks: () => [
 *     stack('reception', [
 *       reception,
 *       callRoute({ name: 'Reception', numbers: ['+442079460101'], openHours: reception }),
 *     ]),
 *   ],
 * });
 * ```
 *
 * @param file relative to the working folder, or an absolute path: `join(__dirname, 'main.yaml')`
 */
export function flowFromYaml(file: string, options: FlowFromYamlOptions = {}): YamlFlow {
  const origin = { [ORIGIN]: definedBy(flowFromYaml) };
  // Reading a flow needs much that an application without such flows never loads.
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- An import would load it at once.
  const { readYamlFlow } = require('./read-yaml-flow') as typeof Reading;
  return readYamlFlow(file, options, origin);
}
