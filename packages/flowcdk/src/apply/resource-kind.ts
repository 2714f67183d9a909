import type { Api, Body } from './api';
import type { Attributes } from './attributes';
import type { Values } from './values';

/** What the org gave a resource when it was made: its id, and what else others may refer to. */
export interface Made extends Values {
  readonly id: string;
}

/** How resources of one type of the Terraform provider are brought to the API: with the requests the provider sends. */
export interface ResourceKind {
  /** Attributes that cannot change: with another value it is made anew, under another id. */
  readonly fixed: readonly string[] | 'all';
  /** Whether changes of attributes can be ignored (`ignore_changes`). @default false */
  readonly ignoresChanges?: boolean;
  /** Attributes that name files beside the stack; what stands in them counts like the attributes. */
  readonly files?: readonly string[];
  /** @param begun is told of what is there before all of it is */
  readonly create: (given: Attributes, api: Api, begun: (made: Made) => void) => Promise<Made>;
  readonly update: (made: Made, given: Attributes, api: Api) => Promise<Made>;
  readonly exists: (made: Made, api: Api) => Promise<boolean>;
  /** Whether the org still has all it was given, where it may lose some of that. */
  readonly isWhole?: (made: Made, given: Attributes, api: Api) => Promise<boolean>;
  readonly remove: (made: Made, api: Api) => Promise<void>;
}

interface Collection {
  /** `/api/v2/routing/queues` */
  readonly path: string;
  readonly body: (given: Attributes, changing: boolean) => { readonly [name: string]: Body };
  readonly fixed?: ResourceKind['fixed'];
  readonly update?: 'PUT' | 'PATCH';
  /** A change names the version it changes. */
  readonly versioned?: boolean;
  /** Query of the deletion. */
  readonly removal?: string;
  /** After it was created or changed. */
  readonly then?: (made: Made, given: Attributes, api: Api, changing: boolean) => Promise<void>;
}

/** Resources that one path creates, reads, changes and deletes. */
export function collection({ path, body, fixed = [], update, versioned, removal, then }: Collection): ResourceKind {
  return {
    fixed,
    ignoresChanges: true,
    create: async (given, api, begun) => {
      const made = { id: String((await api.post(path, body(given, false)))['id']) };
      begun(made);
      await then?.(made, given, api, false);
      return made;
    },
    update: async ({ id }, given, api) => {
      const inOrg = () => api.get(`${path}/${id}`);
      const changed = { ...body(given, true), ...(await given.ignoredFields(inOrg)) };
      const version = versioned ? { version: (await inOrg())['version'] } : {};
      const send = update === 'PATCH' ? api.patch : api.put;
      await send(`${path}/${id}`, { ...changed, ...version });
      await then?.({ id }, given, api, true);
      return { id };
    },
    exists: async ({ id }, api) => (await api.find(`${path}/${id}`)) !== undefined,
    remove: ({ id }, api) => api.delete(`${path}/${id}${removal ?? ''}`),
  };
}

/** `{ division: { id } }`, which a change does not repeat. */
export const inDivision = (given: Attributes): { readonly [name: string]: Body } => ({
  division: given.reference('division_id'),
});

/** Moves what was changed to the division it is to be in; a change of the thing itself does not. */
export const movedToDivision =
  (objectType: string) =>
  async ({ id }: Made, given: Attributes, api: Api, changing: boolean): Promise<void> => {
    const division = given.text('division_id');
    if (changing && division !== undefined)
      await api.post(`/api/v2/authorization/divisions/${division}/objects/${objectType}`, [id]);
  };
