import type { CallRouteDefinition, Definition, FlowDefinition, QueueDefinition } from 'flowcdk';
import { FlowcdkError } from 'flowcdk';
import { type OpenApplication, openApplication } from 'flowcdk/application';
import { join } from 'node:path';
import application from '../../flowcdk.config';
import type { Settings } from '../../src/settings';

/** The project, which is the root of the repository. */
export const root = join(__dirname, '../..');

/** The application as it ships, or as one of its environments has it. */
export function shippedApplication(environment?: string): OpenApplication<Settings> {
  const { opened, findings } = openApplication(application, { folder: root, environment });
  if (findings) throw new FlowcdkError(findings);
  return opened;
}

/** The settings that are shipped. */
export const shippedSettings = (environment?: string): Settings => shippedApplication(environment).settings;

/** Everything the application creates. */
export const definitionsOf = (settings: Settings): readonly Definition[] =>
  shippedApplication().with({ settings }).definitions;

const isFlow = (definition: Definition): definition is FlowDefinition => definition.definition === 'flow';
const isQueue = (definition: Definition): definition is QueueDefinition => definition.definition === 'queue';
const isRoute = (definition: Definition): definition is CallRouteDefinition => definition.definition === 'callRoute';

export const flowsOf = (settings: Settings) => definitionsOf(settings).filter(isFlow);
export const queuesOf = (settings: Settings) => definitionsOf(settings).filter(isQueue);
export const routesOf = (settings: Settings) => definitionsOf(settings).filter(isRoute);

export const shippedFlows = flowsOf(shippedSettings());

/** A flow of the application by its name. */
export function flowNamed(name: string, settings = shippedSettings()): FlowDefinition {
  const flow = flowsOf(settings).find((candidate) => candidate.name === name);
  if (!flow) throw new Error(`the application has no flow ${name}`);
  return flow;
}
