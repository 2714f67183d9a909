import type { JsonObject } from '../state/json';
import type { Org } from '../state/org';
import type { Division } from '../state/tables/division';
import type { Flow } from '../state/tables/flow';
import { isPublished } from '../state/published';
import type { Publishable } from './publish';
import { schemaOf } from './variable-schema';

/**
 * Adds a version to the flow of that name and type, or creates the flow. Name and type identify a flow, so a new name
 * in the YAML makes a second flow.
 */
export function publishFlow(org: Org, judged: Publishable, yaml: string, home: Division): Flow {
  const { name, type, description, variables, bound, names } = judged;
  const before = org.all('flow').find((flow) => flow.name === name && flow.type === type);
  const id = before?.id ?? org.newId();
  const number = (before?.versions ?? 0) + 1;
  const version = `${number}.0`;
  const division = org.all('division').find((candidate) => candidate.name === judged.division) ?? home;
  const at = org.now.toISOString();
  org.put('flowVersion', {
    id: `${id}/${version}`,
    flowId: id,
    version,
    datePublished: at,
    yaml,
    names,
    inputSchema: schemaOf(variables, 'isInput'),
    outputSchema: schemaOf(variables, 'isOutput'),
  });
  recordEvent(org, id, 'PUBLISH', version);
  return org.put('flow', {
    active: true,
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

/** Unpublishes a flow. Its versions stay. */
export function unpublishFlow(org: Org, flow: Flow): Flow {
  recordEvent(org, flow.id, 'DEACTIVATE', `${flow.versions}.0`);
  return org.put('flow', { ...flow, active: false });
}

/** Records an event for the history of a flow, in the words of the API. */
const recordEvent = (org: Org, flowId: string, action: 'PUBLISH' | 'DEACTIVATE', version: string): void => {
  org.put('flowEvent', { id: org.newId(), flowId, action, version, timestamp: org.now.toISOString() });
};

/** A flow as the API shows it. */
export function shownFlow(flow: Flow): JsonObject {
  const { id, name, type, description, division, versions, datePublished } = flow;
  const version = `${versions}.0`;
  const selfUri = `/api/v2/flows/${id}`;
  return {
    id,
    name,
    description,
    type,
    division,
    active: isPublished(flow),
    deleted: false,
    ...(isPublished(flow)
      ? { publishedVersion: { id: version, name: version, datePublished, selfUri: `${selfUri}/versions/${version}` } }
      : {}),
    inputSchema: flow.inputSchema,
    outputSchema: flow.outputSchema,
    selfUri,
  };
}
