import type { Schema } from '@flowcdk/provider-genesyscloud/tables';
import type { Api } from './api';
import { type Attributes, camelCase } from './attributes';
import { bodyOf, type Fields, type Occasion } from './body-of';
import type { Values } from './values';

/** What a resource has from the org and others may refer to: its id, and more where its kind has more. */
export interface Exported extends Values {
  readonly id: string;
}

/** How resources of one type of the Terraform provider are brought to the API: with the requests the provider sends. */
export interface ResourceKind {
  /** Attributes that cannot change. With another value the resource is created anew, under another id. */
  readonly fixed: readonly string[] | 'all';
  /** Whether changes of attributes can be ignored (`ignore_changes`). @default false */
  readonly ignoresChanges?: boolean;
  /** Attributes that name files beside the stack; what stands in them counts like the attributes. */
  readonly files?: readonly string[];
  /** @param begun takes what exists before the whole resource does */
  readonly create: (attributes: Attributes, api: Api, begun: (exported: Exported) => void) => Promise<Exported>;
  readonly update: (exported: Exported, attributes: Attributes, api: Api) => Promise<Exported>;
  /**
   * What the org has that looks like the resource. With it, an apply that was interrupted takes over what it created.
   * @default a second creation does no harm
   */
  readonly alike?: (attributes: Attributes, api: Api) => Promise<readonly Exported[]>;
  /** Whether a resource that is not complete is created anew, because something is shown only at its creation. */
  readonly isShownOnce?: boolean;
  readonly exists: (exported: Exported, api: Api) => Promise<boolean>;
  /** Whether the org still has everything the attributes say, where it may lose some of that. */
  readonly isWhole?: (exported: Exported, attributes: Attributes, api: Api) => Promise<boolean>;
  readonly remove: (exported: Exported, api: Api) => Promise<void>;
}

interface Collection {
  /** `/api/v2/routing/queues` */
  readonly path: string;
  /** What the body is made of. */
  readonly table: Schema;
  /** Fields that no row of the table gives, or gives otherwise. */
  readonly fields?: (attributes: Attributes, body: Fields) => Fields;
  readonly fixed?: ResourceKind['fixed'];
  readonly update?: 'PUT' | 'PATCH';
  /** A change names the version it changes. */
  readonly versioned?: boolean;
  /** The attribute by which people tell such resources apart. @default 'name' */
  readonly label?: string;
  /** Query of the deletion. */
  readonly removal?: string;
  /** What follows the creation or the change. */
  readonly then?: (exported: Exported, attributes: Attributes, api: Api, occasion: Occasion) => Promise<void>;
}

/** Resources that one path creates, reads, changes and deletes. */
export function collection(kind: Collection): ResourceKind {
  const { path, table, fields, fixed = [], update, versioned, label = 'name', removal, then } = kind;
  const body = (attributes: Attributes, occasion: Occasion): Fields => {
    const ofTable = bodyOf(table, attributes, occasion);
    return { ...ofTable, ...fields?.(attributes, ofTable) };
  };
  return {
    fixed,
    ignoresChanges: true,
    create: async (attributes, api, begun) => {
      const exported = { id: String((await api.post(path, body(attributes, 'creation')))['id']) };
      begun(exported);
      await then?.(exported, attributes, api, 'creation');
      return exported;
    },
    update: async ({ id }, attributes, api) => {
      const inOrg = () => api.get(`${path}/${id}`);
      const changed = { ...body(attributes, 'change'), ...(await attributes.ignoredFields(inOrg)) };
      const version = versioned ? { version: (await inOrg())['version'] } : {};
      const send = update === 'PATCH' ? api.patch : api.put;
      await send(`${path}/${id}`, { ...changed, ...version });
      await then?.({ id }, attributes, api, 'change');
      return { id };
    },
    alike: labelled(path, label),
    exists: async ({ id }, api) => (await api.find(`${path}/${id}`)) !== undefined,
    remove: ({ id }, api) => api.delete(`${path}/${id}${removal ?? ''}`),
  };
}

/** What a list of the org holds that has the same label as the resource; everything where the resource has no label. */
export const labelled =
  (path: string, label: string): NonNullable<ResourceKind['alike']> =>
  async (attributes, api) => {
    const text = attributes.text(label);
    const entities = await api.all(path, label === 'name' && text !== undefined ? { name: text } : {});
    return entities
      .filter((entity) => text === undefined || entity[camelCase(label)] === text)
      .flatMap(({ id }) => (typeof id === 'string' ? [{ id }] : []));
  };

/** Moves a resource to its division. A change of the resource itself does not. */
export const movedToDivision =
  (objectType: string) =>
  async ({ id }: Exported, attributes: Attributes, api: Api, occasion: Occasion): Promise<void> => {
    const division = attributes.text('division_id');
    if (occasion === 'change' && division !== undefined)
      await api.post(`/api/v2/authorization/divisions/${division}/objects/${objectType}`, [id]);
  };
