import { apiType, flowKinds } from '../ground/flow-kinds';
import type { Fields } from './connection';

/** What is read of an org, in the order in which it is read. */
export const contentKinds = [
  'flow',
  'integration',
  'dataAction',
  'trigger',
  'queue',
  'prompt',
  'schedule',
  'scheduleGroup',
  'emergencyGroup',
  'callRoute',
  'dataTable',
] as const;

export type ContentKind = (typeof contentKinds)[number];

/** What a kind is called in messages. */
export const kindWords: Readonly<Record<ContentKind, string>> = {
  flow: 'flow',
  integration: 'integration',
  dataAction: 'data action',
  trigger: 'trigger',
  queue: 'queue',
  prompt: 'prompt',
  schedule: 'schedule',
  scheduleGroup: 'schedule group',
  emergencyGroup: 'emergency group',
  callRoute: 'call route',
  dataTable: 'data table',
};

/** An item as the lists of an org have it. */
export interface ListedItem {
  readonly kind: ContentKind;
  readonly id: string;
  readonly name: string;
  /** Architect's name of the kind of a flow: `inboundCall`; the integration of a data action. Empty for other kinds. */
  readonly within: string;
  /** Changes whenever the content does. Undefined where there is nothing to read: a flow that was never published. */
  readonly version: string | undefined;
  readonly fields: Fields;
}

/** An item with its content: the YAML of a flow, the JSON of everything else. */
export interface Item {
  readonly kind: ContentKind;
  readonly name: string;
  readonly within: string;
  readonly text: string;
  /** The file that it stands in; absent where an org gave it. */
  readonly file?: string;
}

/** Names an item in messages: `inboundCall flow 'Main'`, `data action 'CRM / Find customer'`. */
export function itemLabel({ kind, name, within }: Pick<Item, 'kind' | 'name' | 'within'>): string {
  if (kind === 'flow') return `${within} flow '${name}'`;
  return `${kindWords[kind]} '${within === '' ? name : `${within} / ${name}`}'`;
}

/** Identifies an item in every org: names do, ids do not. */
export const itemKey = ({ kind, name, within }: Pick<Item, 'kind' | 'name' | 'within'>): string =>
  `${kind}\0${within}\0${name}`;

const kindOfType = new Map(flowKinds.map((kind) => [apiType(kind).toUpperCase(), kind as string]));

/** Architect's name of the kind of a flow, by the type that the API has for it. A type without one stays as it is. */
export const flowKindOf = (type: string): string => kindOfType.get(type.toUpperCase()) ?? type.toLowerCase();
