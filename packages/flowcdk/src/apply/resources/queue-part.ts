import {
  routingQueueConditionalGroupActivation,
  routingQueueConditionalGroupRouting,
  routingQueueOutboundEmailAddress,
  type Schema,
} from '@flowcdk/provider-genesyscloud/tables';
import type { Api, Body } from '../api';
import { bodyOf } from '../body-of';
import type { Exported, ResourceKind } from '../resource-kind';

const path = '/api/v2/routing/queues';

/** What the API works out itself. */
const computed = ['id', 'selfUri', 'memberCount', 'dateCreated', 'dateModified', 'createdBy', 'modifiedBy', 'division'];

/** A part of a queue that is a resource of its own: the queue is read and written with it. */
const partOf = (part: string, table: Schema, nothing: Body): ResourceKind => {
  const put = async (id: string, value: Body, api: Api): Promise<Exported> => {
    const queue = Object.entries(await api.get(`${path}/${id}`)).filter(([name]) => !computed.includes(name));
    await api.put(`${path}/${id}`, { ...Object.fromEntries(queue), [part]: value });
    return { id };
  };
  return {
    fixed: ['queue_id'],
    create: (attributes, api) => put(attributes.needed('queue_id'), bodyOf(table, attributes), api),
    update: (_exported, attributes, api) => put(attributes.needed('queue_id'), bodyOf(table, attributes), api),
    exists: async ({ id }, api) => (await api.find(`${path}/${id}`))?.[part] !== undefined,
    remove: async ({ id }, api) => {
      if (await api.find(`${path}/${id}`)) await put(id, nothing, api);
    },
  };
};

export const queueConditionalGroupRouting = partOf('conditionalGroupRouting', routingQueueConditionalGroupRouting, {
  rules: null,
});

export const queueConditionalGroupActivation = partOf(
  'conditionalGroupActivation',
  routingQueueConditionalGroupActivation,
  {},
);

export const queueOutboundEmailAddress = partOf('outboundEmailAddress', routingQueueOutboundEmailAddress, {});
