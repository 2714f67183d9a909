import type { Addressed } from '../architect/definition';
import type { LaunchableWorkflow } from '../architect/flows/workflow';
import type { YamlFlow } from '../architect/flows/yaml-flow';
import { definedBy, sourceLine } from '../architect/origin';
import { type Declarations, type DurationLiteral, string, type Type } from '../architect/types';
import type { InputContract } from './contract';
import { type DataAction, defineDataAction } from './data-action';
import { permissionMissing } from './errors';
import type { Integration, Permission } from './integration';
import { at } from './response/source';
import { deployed } from './template/part';

/** Which workflow a data action launches, and by which integration. */
export interface LaunchWorkflowProps<In extends Declarations> extends Addressed {
  readonly name: string;
  /** With the permission `architect:flow:launch`. */
  readonly integration: Integration<'genesysCloud'>;
  readonly workflow: (LaunchableWorkflow<In> & Launchable<In>) | YamlFlow;
  /** @default 60 seconds, by the platform */
  readonly timeout?: DurationLiteral | undefined;
}

type Unlaunchable<In> = { [K in keyof In]: In[K] extends InputContract[string] ? never : K }[keyof In];

/** A data action takes text, numbers and booleans only, so these are what it can hand to a workflow. */
type Launchable<In> = [Unlaunchable<In>] extends [never]
  ? unknown
  : { readonly 'a data action cannot give these inputs': Unlaunchable<In> };

/**
 * The data action that launches a workflow and does not wait for it: `POST /api/v2/flows/executions` (documented). Its
 * inputs are the workflow's; its output `executionId` is the started execution.
 *
 * @example
 * ```ts
 * launchWorkflow({
 *   name: 'Launch identification',
 *   integration: genesysCloud({ name: 'Flow launcher', permissions: ['architect:flow:launch'] }),
 *   workflow: identifyCaller,
 *   timeout: seconds(5),
 * })
 * ```
 * ⇒
 * ```
 * {"flowId": "<id of the flow>", "inputData": {"Flow.conversationId": "${esc.jsonEncode($input.conversationId)}"}}
 * ```
 */
export function launchWorkflow<In extends Declarations>(
  props: LaunchWorkflowProps<In>,
): DataAction<In, { readonly executionId: Type<string> }> {
  const { name, integration, workflow, timeout, address } = props;
  const origin = definedBy(launchWorkflow);
  const action = defineDataAction(
    {
      name,
      address,
      integration,
      input: workflow.inputs as unknown as InputContract,
      output: { executionId: string() },
      request: (inputs) => ({
        method: 'POST',
        url: '/api/v2/flows/executions',
        body: {
          flowId: deployed(workflow, 'id'),
          inputData: Object.fromEntries(Object.entries(inputs).map(([input, value]) => [`Flow.${input}`, value])),
        },
      }),
      response: { executionId: at('$.id') },
      timeout,
    },
    origin,
  );
  const mayLaunch = integration.permissions?.some((permission) => permission === LAUNCH) ?? true;
  const problems = mayLaunch
    ? []
    : [permissionMissing(`data action ${name}`, integration.name, LAUNCH, sourceLine(origin))];
  return Object.freeze({
    ...action,
    problems: Object.freeze([...action.problems, ...problems]),
  }) as unknown as DataAction<In, { readonly executionId: Type<string> }>;
}

/** Documented with the endpoint. */
const LAUNCH: Permission = 'architect:flow:launch';
