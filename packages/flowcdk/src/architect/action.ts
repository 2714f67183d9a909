import { type Form, struct, type StructNode, text } from './forms';
import { deepFreeze } from './freeze';
import { inside } from './inside';
import { definedBy, ORIGIN } from './origin';
import type { FlowKind } from '../ground/flow-kinds';

/** The known effects of an action on the run of a flow. */
export interface ActionTraits {
  /** Seen in real flow files, or inferred from the scripting SDK's naming rules. */
  readonly evidence: 'seen' | 'inferred';
  /**
   * Assumed: nobody has seen the action in a file, and its keys are the names of the scripting SDK. What does not fit is a
   * warning, and its other keys are read as well.
   */
  readonly shape?: 'assumed';
  /**
   * The kinds of flow that are known to have the action, without common modules. Undefined: not known. `mayStandIn`
   * answers for all kinds.
   */
  readonly flows?: readonly FlowKind[];
  /** Whether the flow ends with the action: always, or unless the action fails. */
  readonly ends?: 'always' | 'unlessFailure';
  /** Whether the action plays queued audio to the caller before the flow goes on (call flows). */
  readonly flushesAudio?: boolean;
  /** Whether time passes for the caller while the action runs. */
  readonly takesTime?: boolean;
}

/**
 * Whether a kind of flow may have an action, as far as that is known. A common module may have every action of its
 * callers.
 */
export const mayStandIn = ({ flows }: ActionTraits, kind: FlowKind): boolean =>
  flows === undefined || kind === 'commonModule' || flows.includes(kind);

/** The declaration of an action: its traits and how it looks in YAML. */
export interface ActionForm<F extends Record<string, Form<unknown>>> extends ActionTraits {
  readonly form: Form<StructNode<F & { readonly name: Form<string> }>> & {
    readonly fields: Record<string, Form<unknown>>;
  };
}

/** Declares an action. Its field `name` comes first, as in every action. */
export function actionForm<const F extends Record<string, Form<unknown>>>(
  declaration: ActionTraits & { readonly fields: F },
): ActionForm<F> {
  const { fields, ...traits } = declaration;
  const all = { name: text, ...fields };
  const form = traits.shape === 'assumed' ? struct(all, () => true, inside) : struct(all);
  return { ...traits, form: form as unknown as ActionForm<F>['form'] };
}

/** The tree node of a declared action. */
export type NodeOf<K extends string, A> =
  A extends ActionForm<infer F> ? StructNode<F & { readonly name: Form<string> }> & { readonly kind: K } : never;

/**
 * Makes an action of a definition. Undefined fields are not written. The declaration gives the order of the fields, so
 * builders can pass them in any order.
 */
export function action<const K extends string, A extends ActionForm<Record<string, Form<unknown>>>>(
  builder: (...args: never[]) => unknown,
  kind: K,
  declaration: A,
  fields: Partial<NodeOf<K, A>> | { readonly [key: string]: unknown },
): NodeOf<K, A> {
  const values = fields as Readonly<Record<string, unknown>>;
  const node: Record<string, unknown> = { kind };
  for (const field of Object.keys(declaration.form.fields)) {
    if (values[field] !== undefined) node[field] = deepFreeze(values[field]);
  }
  return Object.freeze({ ...node, [ORIGIN]: definedBy(builder) }) as unknown as NodeOf<K, A>;
}
