import { type Form, struct, type StructNode, text } from './forms';
import { deepFreeze } from './freeze';
import { definedBy, ORIGIN } from './origin';
import type { FlowKind } from '../ground/flow-kinds';

/** What the action does to the run of the flow, where that is known. */
export interface ActionTraits {
  /** Seen in real flow files, or inferred from the scripting SDK's naming rules. */
  readonly evidence: 'seen' | 'inferred';
  /** Flow kinds it is known to belong to, common modules apart; undefined: not known. Ask `mayStandIn`. */
  readonly flows?: readonly FlowKind[];
  /** The flow does not go on after it: always, or unless it fails. */
  readonly ends?: 'always' | 'unlessFailure';
  /** Queued audio is played to the caller before it goes on (call flows). */
  readonly flushesAudio?: boolean;
  /** The caller's time passes while it runs. */
  readonly takesTime?: boolean;
}

/** Whether an action may stand in a kind of flow, as far as that is known. A common module may do what its callers may. */
export const mayStandIn = ({ flows }: ActionTraits, kind: FlowKind): boolean =>
  flows === undefined || kind === 'commonModule' || flows.includes(kind);

/** The declaration of an action: its traits and how it looks in YAML. */
export interface ActionForm<F extends Record<string, Form<unknown>>> extends ActionTraits {
  readonly form: Form<StructNode<F & { readonly name: Form<string> }>> & {
    readonly fields: Record<string, Form<unknown>>;
  };
}

/** Declares an action; its `name` comes first, as in every action. */
export function actionForm<const F extends Record<string, Form<unknown>>>(
  declaration: ActionTraits & { readonly fields: F },
): ActionForm<F> {
  const { fields, ...traits } = declaration;
  return { ...traits, form: struct({ name: text, ...fields }) as unknown as ActionForm<F>['form'] };
}

/** The tree node of a declared action. */
export type NodeOf<K extends string, A> =
  A extends ActionForm<infer F> ? StructNode<F & { readonly name: Form<string> }> & { readonly kind: K } : never;

/**
 * Makes an action of a definition. Fields left undefined are not written; their order is that of
 * the declaration, so a builder need not care.
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
