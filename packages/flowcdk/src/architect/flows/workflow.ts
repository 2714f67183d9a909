import { type Actions } from '../actions/branches';
import type { Addressed, Definition } from '../definition';
import { definedBy, ORIGIN, sourceLine } from '../origin';
import type { RawKeys } from '../raw';
import { referenceTo } from '../references';
import type { Declarations } from '../types';
import { identityKeys, NONE } from './root-keys';
import { startOf, type StartUp, type State, state } from './containers';
import { defineFlow, type FlowDefinition } from './definition';
import { variableProblems } from './flow-problems';
import {
  declarationItems,
  flagsFor,
  inOrder,
  type VariableFlags,
  type VariableOrder,
  type VariablesOf,
  variablesOf,
} from './variables';

/** A workflow. The API or a trigger launches it with its inputs. */
export interface Workflow<
  In extends Declarations = Declarations,
  Out extends Declarations = Declarations,
> extends FlowDefinition<In> {
  readonly kind: 'workflow';
  /** The outputs of a completed workflow, by name without scope. */
  readonly outputs: Out;
}

/** A workflow that can be launched: a definition, or a workflow that the organisation already has. */
export interface LaunchableWorkflow<In extends Declarations = Declarations> extends Definition {
  readonly definition: 'flow';
  readonly kind: 'workflow';
  readonly inputs: In;
}

interface WorkflowBase<In extends Declarations, Out extends Declarations, V extends Declarations>
  extends Addressed, VariableFlags, VariableOrder {
  /** The name in Architect. Name and kind identify the flow in an organisation. */
  readonly name: string;
  readonly description?: string | undefined;
  /** @default the organisation's home division */
  readonly division?: string | undefined;
  /** Root keys as they stand in YAML, where the language has no option. `undefined` leaves a key out. */
  readonly raw?: RawKeys | undefined;
  /** @default 'en-us' */
  readonly defaultLanguage?: string | undefined;
  readonly inputs?: In | undefined;
  readonly outputs?: Out | undefined;
  readonly variables?: V | undefined;
}

/**
 * The parts of a workflow. A workflow with one state has `actions`. A workflow with several has `startUp`, and
 * `changeState` leads to the others.
 */
export type WorkflowProps<In extends Declarations, Out extends Declarations, V extends Declarations> = WorkflowBase<
  In,
  Out,
  V
> &
  (
    | { readonly actions: (variables: VariablesOf<In & Out & V>) => Actions }
    | { readonly startUp: (variables: VariablesOf<In & Out & V>) => StartUp<State> }
  );

/**
 * A workflow: a flow without an interaction of its own, up to 72 hours long (documented).
 *
 * @example
 * ```ts
 * const greet = workflow({
 *   name: 'Greet',
 *   inputs: { conversationId: string() },
 *   actions: ({ conversationId }) => [
 *     setConversationData('Say it', { conversationId, attributes: { greeting: 'hello' } }),
 *     endWorkflow(),
 *   ],
 * });
 * ```
 */
export function workflow<In extends Declarations = {}, Out extends Declarations = {}, V extends Declarations = {}>(
  props: WorkflowProps<In, Out, V>,
): Workflow<In, Out> {
  const { inputs = {} as In, outputs = {} as Out, variables = {} as V } = props;
  const origin = { [ORIGIN]: definedBy(workflow) };
  const all = variablesOf('Flow', { ...inputs, ...outputs, ...variables });
  const { startUp, containers } = startOf(
    'actions' in props ? state('Initial State', props.actions(all)) : props.startUp(all),
  );
  const language = props.defaultLanguage ?? 'en-us';
  const declarations = inOrder(
    [
      ...declarationItems('Flow', inputs, flagsFor(props, { isInput: true, isOutput: false })),
      ...declarationItems('Flow', outputs, flagsFor(props, { isInput: false, isOutput: true })),
      ...declarationItems('Flow', variables, flagsFor(props, { isInput: false, isOutput: false })),
    ],
    props,
  );
  const flow = defineFlow(
    {
      kind: 'workflow',
      name: props.name,
      address: props.address,
      inputs,
      startUp,
      containers,
      raw: props.raw,
      variables: variableProblems(props.name, [inputs, outputs, variables], sourceLine(origin[ORIGIN])),
      root: {
        ...identityKeys(props),
        startUpRef: referenceTo(startUp),
        defaultLanguage: language,
        supportedLanguages: new Map([[language, NONE]]),
        ...(declarations.length > 0 ? { variables: declarations } : {}),
        settingsErrorHandling: Object.freeze({ errorHandling: Object.freeze({ kind: 'endWorkflow', content: NONE }) }),
      },
    },
    origin,
  );
  return Object.freeze({ ...flow, kind: 'workflow', outputs });
}
