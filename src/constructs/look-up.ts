import { Construct } from 'constructs';
import type { Definition, DefinitionKind } from '../architect/definition';
import type { TerraformDataSource, TerraformStack } from '../cdktf';
import {
  DataGenesyscloudArchitectDatatable,
  DataGenesyscloudArchitectSchedulegroups,
  DataGenesyscloudArchitectSchedules,
  DataGenesyscloudArchitectUserPrompt,
  DataGenesyscloudFlow,
  DataGenesyscloudFlowMilestone,
  DataGenesyscloudFlowOutcome,
  DataGenesyscloudGroup,
  DataGenesyscloudIntegration,
  DataGenesyscloudIntegrationAction,
  DataGenesyscloudRoutingLanguage,
  DataGenesyscloudRoutingQueue,
  DataGenesyscloudRoutingSkill,
  DataGenesyscloudRoutingWrapupcode,
  DataGenesyscloudUser,
} from '../provider';
import type { DeployedDefinition } from './deployed';
import { slug } from './names';

type LookUp = (
  scope: Construct,
  id: string,
  definition: Definition,
  idOf: (other: Definition) => string | undefined,
) => TerraformDataSource & { readonly id: string };

/** How each kind of definition is found by its name; undefined where the provider has no way. */
const lookUps: Readonly<Record<DefinitionKind, LookUp | undefined>> = {
  flow: (scope, id, definition) =>
    new DataGenesyscloudFlow(scope, id, {
      name: definition.name,
      ...('type' in definition ? { type: String(definition.type) } : {}),
    }),
  dataAction: (scope, id, definition, idOf) => {
    const integration = 'integration' in definition ? idOf(definition.integration as Definition) : undefined;
    return new DataGenesyscloudIntegrationAction(scope, id, {
      name: definition.name,
      ...(integration === undefined ? {} : { integrationId: integration }),
    });
  },
  integration: (scope, id, { name }) => new DataGenesyscloudIntegration(scope, id, { name }),
  queue: (scope, id, { name }) => new DataGenesyscloudRoutingQueue(scope, id, { name }),
  wrapupCode: (scope, id, { name }) => new DataGenesyscloudRoutingWrapupcode(scope, id, { name }),
  skill: (scope, id, { name }) => new DataGenesyscloudRoutingSkill(scope, id, { name }),
  languageSkill: (scope, id, { name }) => new DataGenesyscloudRoutingLanguage(scope, id, { name }),
  schedule: (scope, id, { name }) => new DataGenesyscloudArchitectSchedules(scope, id, { name }),
  scheduleGroup: (scope, id, { name }) => new DataGenesyscloudArchitectSchedulegroups(scope, id, { name }),
  userPrompt: (scope, id, { name }) => new DataGenesyscloudArchitectUserPrompt(scope, id, { name }),
  dataTable: (scope, id, { name }) => new DataGenesyscloudArchitectDatatable(scope, id, { name }),
  flowOutcome: (scope, id, { name }) => new DataGenesyscloudFlowOutcome(scope, id, { name }),
  flowMilestone: (scope, id, { name }) => new DataGenesyscloudFlowMilestone(scope, id, { name }),
  user: (scope, id, { name }) => new DataGenesyscloudUser(scope, id, { name }),
  group: (scope, id, { name }) => new DataGenesyscloudGroup(scope, id, { name }),
  emergencyGroup: undefined,
  callRoute: undefined,
  trigger: undefined,
  participantData: undefined,
};

/** Looks a definition up in the organisation, once per stack and name. */
export function lookUp(
  stack: TerraformStack,
  definition: Definition,
  idOf: (other: Definition) => string | undefined,
): DeployedDefinition | undefined {
  const make = lookUps[definition.definition];
  if (!make) return undefined;
  const scope = (stack.node.tryFindChild('existing') as Construct | undefined) ?? new Construct(stack, 'existing');
  const group = `${definition.definition}-${slug(definition.name)}`;
  const known = scope.node.tryFindChild(group) as (TerraformDataSource & { readonly id: string }) | undefined;
  return { id: (known ?? make(scope, group, definition, idOf)).id };
}
