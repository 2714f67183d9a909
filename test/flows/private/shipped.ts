import { join } from 'node:path';
import type { CallRouteDefinition, Definition, FlowDefinition, QueueDefinition } from '../../../src';
import { FlowcdkError } from '../../../src/finding';
import { loadSettings, type ResolvedSettings } from '../../../src/settings';
import { callerIdentification } from '../../../src/stacks/caller-identification';
import { endOfCallReport } from '../../../src/stacks/end-of-call-report';

/** The settings that are shipped. */
export function shippedSettings(): ResolvedSettings {
  const { settings, findings } = loadSettings({ folder: join(__dirname, '../../..') });
  if (findings) throw new FlowcdkError(findings);
  return settings;
}

/** Everything the application creates. */
export const definitionsOf = (settings: ResolvedSettings): readonly Definition[] => [
  ...callerIdentification(settings),
  ...endOfCallReport(settings),
];

const isFlow = (definition: Definition): definition is FlowDefinition => definition.definition === 'flow';
const isQueue = (definition: Definition): definition is QueueDefinition => definition.definition === 'queue';
const isRoute = (definition: Definition): definition is CallRouteDefinition => definition.definition === 'callRoute';

export const flowsOf = (settings: ResolvedSettings) => definitionsOf(settings).filter(isFlow);
export const queuesOf = (settings: ResolvedSettings) => definitionsOf(settings).filter(isQueue);
export const routesOf = (settings: ResolvedSettings) => definitionsOf(settings).filter(isRoute);

export const shippedFlows = flowsOf(shippedSettings());

/** A flow of the application by its name. */
export function flowNamed(name: string, settings = shippedSettings()): FlowDefinition {
  const flow = flowsOf(settings).find((candidate) => candidate.name === name);
  if (!flow) throw new Error(`the application has no flow ${name}`);
  return flow;
}
