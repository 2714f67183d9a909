import type { Api } from './api';
import type { Attributes } from './attributes';
import { severalBegun } from './refusals';
import type { Exported, ResourceKind } from './resource-kind';

/**
 * A resource that is about to be created. The intent is in the state before the org gets the request, so that an apply
 * that ended between the answer and its state can go on: it takes over what the request created.
 */
export interface Intent {
  readonly type: string;
  /** The fingerprint of the attributes that cannot change. */
  readonly fixed: string;
  /** The ids of what looked the same in the org before. */
  readonly before: readonly string[];
}

/** The intent to create a resource. Undefined where a second creation does no harm. */
export async function intentOf(
  kind: ResourceKind,
  { type, fixed }: Pick<Intent, 'type' | 'fixed'>,
  attributes: Attributes,
  api: Api,
): Promise<Intent | undefined> {
  if (!kind.alike) return undefined;
  const before = (await kind.alike(attributes, api)).map(({ id }) => id);
  return { type, fixed, before };
}

/**
 * What an interrupted apply created for a resource. Undefined where the org never got the request.
 *
 * @param known the ids of all resources of the stack
 */
export async function createdFor(
  intent: Intent,
  kind: ResourceKind,
  attributes: Attributes,
  api: Api,
  known: ReadonlySet<string>,
): Promise<Exported | undefined> {
  const alike = (await kind.alike?.(attributes, api)) ?? [];
  const candidates = alike.filter(({ id }) => !intent.before.includes(id) && !known.has(id));
  if (candidates.length > 1)
    throw severalBegun(
      attributes.address,
      intent.type,
      candidates.map(({ id }) => id),
    );
  return candidates[0];
}
