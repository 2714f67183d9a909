import type { Api, Body } from '../api';
import type { Attributes } from '../attributes';
import type { Made, ResourceKind } from '../resource-kind';
import { activationOf, groupsIn } from './member-group';
import { emailAddressOf } from './routing-queue';

const path = '/api/v2/routing/queues';

/** What the API works out itself. */
const told = ['id', 'selfUri', 'memberCount', 'dateCreated', 'dateModified', 'createdBy', 'modifiedBy', 'division'];

/** A part of a queue that is a resource of its own: the queue is read and written with it. */
const partOf = (part: string, valueOf: (given: Attributes) => Body, nothing: Body): ResourceKind => {
  const put = async (id: string, value: Body, api: Api): Promise<Made> => {
    const queue = Object.entries(await api.get(`${path}/${id}`)).filter(([name]) => !told.includes(name));
    await api.put(`${path}/${id}`, { ...Object.fromEntries(queue), [part]: value });
    return { id };
  };
  return {
    fixed: ['queue_id'],
    create: (given, api) => put(given.needed('queue_id'), valueOf(given), api),
    update: (_made, given, api) => put(given.needed('queue_id'), valueOf(given), api),
    exists: async ({ id }, api) => (await api.find(`${path}/${id}`))?.[part] !== undefined,
    remove: async ({ id }, api) => {
      if (await api.find(`${path}/${id}`)) await put(id, nothing, api);
    },
  };
};

export const queueConditionalGroupRouting = partOf(
  'conditionalGroupRouting',
  (given) => ({
    rules: given.blocks('rules').map((rule) => ({
      queue: rule.reference('evaluated_queue_id'),
      metric: rule.text('metric') ?? 'EstimatedWaitTime',
      ...rule.fields('operator', 'condition_value'),
      waitSeconds: rule.value('wait_seconds') ?? 2,
      groups: groupsIn(rule, 'groups'),
    })),
  }),
  { rules: null },
);

export const queueConditionalGroupActivation = partOf('conditionalGroupActivation', activationOf, {});

export const queueOutboundEmailAddress = partOf('outboundEmailAddress', emailAddressOf, {});
