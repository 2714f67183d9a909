import { actionList, type Actions } from '../actions/branches';
import { apiType, type FlowKind, isVoiceFlow } from '../../ground/flow-kinds';
import { definedBy, ORIGIN, sourceLine } from '../origin';
import type { Declarations } from '../types';
import { callSettingsKeys } from './call-settings';
import { defineFlow, type FlowDefinition } from './definition';
import { variableProblems } from './flow-problems';
import { type FlowIdentity, identityKeys, NONE } from './root-keys';
import { declarationItems, flagsFor, inOrder, type VariableOrder, type VariablesOf, variablesOf } from './variables';

/** A common module: actions that other flows share. They call it with inputs and get outputs back. */
export interface CommonModule<
  In extends Declarations = Declarations,
  Out extends Declarations = Declarations,
> extends FlowDefinition<In> {
  readonly kind: 'commonModule';
  readonly outputs: Out;
}

/** The parts of a common module. */
export interface CommonModuleProps<In extends Declarations, Out extends Declarations, V extends Declarations>
  extends FlowIdentity, VariableOrder {
  /** The kinds of flow that may call it. It may have the actions that all of them may have. */
  readonly compatibleFlowTypes: readonly [FlowKind, ...FlowKind[]];
  /** The tags of its languages, such as `en-us`. @default en-us */
  readonly supportedLanguages?: readonly string[] | undefined;
  readonly inputs?: In | undefined;
  readonly outputs?: Out | undefined;
  readonly variables?: V | undefined;
  /** The actions. The last is `endTask`. */
  readonly actions: (variables: VariablesOf<In & Out & V>) => Actions;
}

/**
 * A common module. Its variables are in the scope `Common.`.
 *
 * @example
 * ```ts
 * const resolveContact = commonModule({
 *   name: 'Resolve contact',
 *   compatibleFlowTypes: ['inboundShortMessage', 'workflow'],
 *   inputs: { email: string() },
 *   outputs: { contactId: string() },
 *   actions: ({ email, contactId }) => [updateData('Take it as it is', [set(contactId, email)]), endTask()],
 * });
 * callCommonModule('Who is it?', resolveContact, { inputs: { email: customerName }, outputs: { contactId: customerId } });
 * ```
 */
export function commonModule<In extends Declarations = {}, Out extends Declarations = {}, V extends Declarations = {}>(
  props: CommonModuleProps<In, Out, V>,
): CommonModule<In, Out> {
  const { inputs = {} as In, outputs = {} as Out, variables = {} as V } = props;
  const origin = { [ORIGIN]: definedBy(commonModule) };
  const { settingsActionDefaults, settingsPrompts } = callSettingsKeys({});
  const declarations = inOrder(
    [
      ...declarationItems('Common', inputs, flagsFor(props, { isInput: true, isOutput: false })),
      ...declarationItems('Common', outputs, flagsFor(props, { isInput: false, isOutput: true })),
      ...declarationItems('Common', variables, flagsFor(props, { isInput: false, isOutput: false })),
    ],
    props,
  );
  const flow = defineFlow<In>(
    {
      kind: 'commonModule',
      servesAs: props.compatibleFlowTypes,
      name: props.name,
      address: props.address,
      inputs,
      raw: props.raw,
      variables: variableProblems(props.name, [inputs, outputs, variables], sourceLine(origin[ORIGIN])),
      root: {
        ...identityKeys(props),
        supportedLanguages: new Map((props.supportedLanguages ?? ['en-us']).map((tag) => [tag, NONE] as const)),
        ...(declarations.length > 0 ? { variables: declarations } : {}),
        settingsCommonModule: Object.freeze({
          compatibleFlowTypes: Object.freeze(
            props.compatibleFlowTypes.map((kind) => Object.freeze({ flowType: apiType(kind) })),
          ),
        }),
        // Architect's exporter leaves these out where no flow with a voice can call the module (documented).
        ...(props.compatibleFlowTypes.some(isVoiceFlow) ? { settingsActionDefaults, settingsPrompts } : {}),
        startUpTaskActions: actionList(props.actions(variablesOf('Common', { ...inputs, ...outputs, ...variables }))),
      },
    },
    origin,
  );
  return Object.freeze({ ...flow, kind: 'commonModule', outputs });
}
