import type { CallableDataAction } from '../architect/data-action-contract';
import type { DefinitionKind, Existing } from '../architect/definition';
import { apiType, type FlowKind } from '../ground/flow-kinds';
import { definedBy, type HasOrigin, ORIGIN } from '../architect/origin';
import type { Declarations } from '../architect/types';
import type { Integration, IntegrationKind } from '../data-action';

/** What has to be known of a flow of the organisation where more than its name counts. */
export interface KnownFlow<K extends FlowKind, In extends Declarations, Out extends Declarations> {
  /** Flows of two kinds may have one name: the kind tells them apart. */
  readonly kind: K;
  /** What it is launched or called with. @default nothing */
  readonly inputs?: In | undefined;
  /** What it gives back. @default nothing */
  readonly outputs?: Out | undefined;
}

/** A flow the organisation has already. */
export interface ExistingFlow<
  K extends FlowKind = FlowKind,
  In extends Declarations = Declarations,
  Out extends Declarations = Declarations,
>
  extends Existing<'flow'>, HasOrigin {
  readonly kind: K;
  /** The kind as the public API and Terraform name it: `inboundcall`. */
  readonly type: string;
  readonly inputs: In;
  readonly outputs: Out;
}

/** What a flow has to know of a data action of the organisation to call it. */
export interface KnownDataAction<In extends Declarations, Out extends Declarations> {
  /** Under which Architect lists it; usually the name of its integration. */
  readonly category: string;
  readonly input: In;
  /** As Architect shows them: nested ones with dots. */
  readonly outputs: Out;
  /** @default false */
  readonly secure?: boolean | undefined;
}

/**
 * Something the organisation has already. Stacks look it up by its name and do not create it; it stands wherever a
 * definition of its kind may stand.
 *
 * @example
 * ```ts
 * const sales = existing('queue', 'Sales');
 * const ada = existing('user', 'ada.lambert@example.com');
 * ```
 *
 * A user is named by their e-mail address; a name does where no two users have it.
 *
 * Where more than the name counts, it is told: the inputs of a workflow that a trigger launches, the contract of a data
 * action that a flow calls, the columns of a data table that a flow looks into.
 *
 * ```ts
 * existing('flow', 'Report finished call', { kind: 'workflow', inputs: { conversationId: string() } });
 * existing('dataAction', 'Find order', { category: 'Shop', input: { number: string() }, outputs: { status: string() } });
 * existing('dataTable', 'Shops', { columns: { city: string() } });
 * ```
 */
export function existing<K extends FlowKind, In extends Declarations = {}, Out extends Declarations = {}>(
  kind: 'flow',
  name: string,
  known: KnownFlow<K, In, Out>,
): ExistingFlow<K, In, Out>;
export function existing<In extends Declarations, Out extends Declarations>(
  kind: 'dataAction',
  name: string,
  known: KnownDataAction<In, Out>,
): Existing<'dataAction'> & CallableDataAction<In, Out>;
export function existing<Columns extends Declarations>(
  kind: 'dataTable',
  name: string,
  known: { readonly columns: Columns },
): Existing<'dataTable'> & { readonly columns: Columns };
export function existing<Kind extends IntegrationKind = 'webServices'>(
  kind: 'integration',
  name: string,
  /** What its credential holds is not known here: templates may name any field of it. */
  known?: { readonly integration: Kind },
): Existing<'integration'> & Integration<Kind>;
export function existing<K extends DefinitionKind>(kind: K, name: string): Existing<K>;
export function existing(kind: DefinitionKind, name: string, known: object = {}): Existing<DefinitionKind> {
  const origin = definedBy(existing);
  return Object.freeze({ definition: kind, name, existing: true, ...details[kind]?.(known), [ORIGIN]: origin });
}

const details: Readonly<Partial<Record<DefinitionKind, (known: object) => object>>> = {
  flow: (known: Partial<KnownFlow<FlowKind, Declarations, Declarations>>) => {
    const { kind, inputs = {}, outputs = {} } = known;
    return { ...(kind === undefined ? {} : { kind, type: apiType(kind) }), inputs, outputs };
  },
  dataAction: (known) => known,
  dataTable: (known) => known,
  integration: (known) => ({ integration: 'webServices', ...known, problems: [] }),
};
