import type { App } from '../cdktf';
import type { StackDefinitions } from '../check/definitions';
import type { OrganizationStack } from '../constructs/organization-stack';
import type { ResolvedSettings } from '../settings';
import { CallerIdentification, callerIdentification } from './caller-identification';
import { EndOfCallReport, endOfCallReport } from './end-of-call-report';

/** The application that ships with Flowcdk: two stacks, each deployable by itself. */
export const application = (app: App, settings: ResolvedSettings): readonly OrganizationStack[] => [
  new CallerIdentification(app, settings),
  new EndOfCallReport(app, settings),
];

/** What its stacks create, as definitions only. */
export const definitionsOfApplication = (settings: ResolvedSettings): readonly StackDefinitions[] => [
  { name: CallerIdentification.id, definitions: callerIdentification(settings) },
  { name: EndOfCallReport.id, definitions: endOfCallReport(settings) },
];
