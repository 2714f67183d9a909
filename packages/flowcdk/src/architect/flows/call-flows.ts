import { defined } from '../../ground/defined';
import type { Addressed, Definition } from '../definition';
import type { FlowTree } from '../flow-tree';
import { definedBy, type HasOrigin, ORIGIN, sourceLine } from '../origin';
import type { RawKeys } from '../raw';
import { referenceTo } from '../references';
import type { Declarations } from '../types';
import { optionalAudioNode, type AudioValue, literal } from '../values';
import { type CallSettings, callSettingsKeys, menuSettingsKeys } from './call-settings';
import { type Menu, startOf, type StartUp, type Task } from './containers';
import { defineFlow, type FlowDefinition } from './definition';
import { identityKeys } from './root-keys';
import { languageKeys, type Languages } from './languages';
import { variableProblems } from './flow-problems';
import { declarationItems, flagsFor, type VariableFlags, type VariablesOf, variablesOf } from './variables';

/** The parts of a call flow with menus and tasks. */
export interface CallFlowProps<V extends Declarations> extends Addressed, Languages, VariableFlags {
  /** The name in Architect. Name and kind identify the flow in an organisation. */
  readonly name: string;
  readonly description?: string | undefined;
  /** @default the organisation's home division */
  readonly division?: string | undefined;
  /** Root keys as they stand in YAML, where the language has no option. `undefined` leaves a key out. */
  readonly raw?: RawKeys | undefined;
  readonly variables?: V | undefined;
  /**
   * The flow of which this flow is a variant, such as another language. The variant counts as that flow where
   * attributes of participant data have an owner.
   */
  readonly variantOf?: string | undefined;
  /** The audio that is queued first. */
  readonly initialGreeting?: AudioValue | undefined;
  readonly settings?: CallSettings | undefined;
  /** The task or menu with which the flow starts. It leads to the others. */
  readonly startUp: (variables: VariablesOf<V>) => StartUp<Task | Menu>;
}

type CallFlowKind = 'inboundCall' | 'outboundCall' | 'secureCall';

/** A flow for incoming, outbound or secure calls. */
export type CallFlow<K extends CallFlowKind> = FlowDefinition<{}> & { readonly kind: K };

function callFlow<K extends CallFlowKind, V extends Declarations>(
  kind: K,
  props: CallFlowProps<V>,
  origin: HasOrigin,
  more: Partial<FlowTree> = {},
): CallFlow<K> {
  const variables = props.variables ?? ({} as V);
  const { startUp, containers } = startOf(props.startUp(variablesOf('Flow', variables)));
  const declarations = declarationItems('Flow', variables, flagsFor(props, { isInput: false, isOutput: false }));
  const settings = props.settings ?? {};
  const flow = defineFlow<{}>(
    {
      kind,
      name: props.name,
      address: props.address,
      variantOf: props.variantOf,
      inputs: {},
      startUp,
      containers,
      raw: props.raw,
      variables: variableProblems(props.name, [variables], sourceLine(origin[ORIGIN])),
      root: {
        ...identityKeys(props),
        startUpRef: referenceTo(startUp),
        ...languageKeys(props),
        ...(declarations.length > 0 ? { variables: declarations } : {}),
        ...defined({ initialGreeting: optionalAudioNode(props.initialGreeting) }),
        ...callSettingsKeys(settings),
        ...menuSettingsKeys(settings),
        ...more,
      },
    },
    origin,
  );
  return Object.freeze({ ...flow, kind });
}

/**
 * An inbound call flow: what happens to a call that comes in.
 *
 * @example
 * ```ts
 * inboundCall({
 *   name: 'Hello',
 *   startUp: () => task('Greet', [playAudio('Say hello', 'Hello.'), disconnect()]),
 * });
 * ```
 */
export function inboundCall<V extends Declarations = {}>(props: CallFlowProps<V>): CallFlow<'inboundCall'> {
  return callFlow('inboundCall', props, { [ORIGIN]: definedBy(inboundCall) });
}

/**
 * A secure call flow, for card numbers and other secrets. `transferToFlowSecure` enters it.
 *
 * @example
 * ```ts
 * secureCall({
 *   name: 'Pay by card',
 *   startUp: () => task('Ask for the card', [disconnect()]),
 * });
 * ```
 */
export function secureCall<V extends Declarations = {}>(props: CallFlowProps<V>): CallFlow<'secureCall'> {
  return callFlow('secureCall', props, { [ORIGIN]: definedBy(secureCall) });
}

/** The parts of an outbound call flow: those of a call flow, and the objects of its campaign. */
export interface OutboundCallProps<V extends Declarations> extends CallFlowProps<V> {
  /** The contact list of the campaign. */
  readonly contactList: Definition | { readonly name: string };
  /** The wrap-up code for calls that the flow handles itself. */
  readonly wrapupCode: Definition | { readonly name: string };
}

/**
 * An outbound call flow: what happens to a call that a campaign placed.
 *
 * @example
 * ```ts
 * outboundCall({
 *   name: 'Appointment reminder',
 *   contactList: { name: 'Appointments' },
 *   wrapupCode: { name: 'Reminded' },
 *   startUp: () => task('Remind', [playAudio('Remind', 'You have an appointment tomorrow.'), disconnect()]),
 * });
 * ```
 */
export function outboundCall<V extends Declarations = {}>(props: OutboundCallProps<V>): CallFlow<'outboundCall'> {
  return callFlow(
    'outboundCall',
    props,
    { [ORIGIN]: definedBy(outboundCall) },
    {
      settingsOutboundCall: Object.freeze({
        contactList: literal(props.contactList),
        wrapupCode: literal(props.wrapupCode),
      }),
    },
  );
}
