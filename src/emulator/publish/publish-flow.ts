import type { JsonObject } from '../state/json';
import type { Entity, Org } from '../state/org';
import type { Publishable } from './publish';
import { schemaOf } from './variables';

/**
 * A new version of the flow with that name and type, or a new flow: name and type are what tells flows apart. A new
 * name in the YAML therefore makes a second flow.
 */
export function publishFlow(org: Org, judged: Publishable, yaml: string, home: Entity): Entity {
  const { name, type, description, variables, bound } = judged;
  const before = org.all('flow').find((flow) => flow['name'] === name && flow['type'] === type);
  const id = before?.id ?? org.newId();
  const number = Number(before?.['versions'] ?? 0) + 1;
  const version = `${number}.0`;
  const division = org.all('division').find((one) => one['name'] === judged.division) ?? home;
  const at = org.now.toISOString();
  org.put('flowVersion', { id: `${id}/${version}`, flowId: id, version, datePublished: at, yaml });
  return org.put('flow', {
    id,
    name,
    type,
    ...(description === undefined ? {} : { description }),
    division: { id: division.id },
    versions: number,
    datePublished: at,
    variables,
    bound,
    inputSchema: schemaOf(variables, 'isInput'),
    outputSchema: schemaOf(variables, 'isOutput'),
  });
}

/** A flow as the API shows it. */
export function shownFlow(flow: Entity): JsonObject {
  const { id, name, type, description, division, versions, datePublished } = flow;
  const version = `${versions}.0`;
  const selfUri = `/api/v2/flows/${id}`;
  return {
    id,
    name,
    description,
    type,
    division,
    active: true,
    deleted: false,
    publishedVersion: { id: version, name: version, datePublished, selfUri: `${selfUri}/versions/${version}` },
    inputSchema: flow['inputSchema'],
    outputSchema: flow['outputSchema'],
    selfUri,
  };
}
