import { Construct } from 'constructs';
import { slug, withHash } from '../ground/address';
import type { Definition, DefinitionKind } from '../architect/definition';
import type { ITerraformDependable, TerraformDataSource, TerraformStack } from '@flowcdk/provider-genesyscloud/cdktf';
import {
  DataGenesyscloudArchitectDatatable,
  DataGenesyscloudArchitectEmergencygroup,
  DataGenesyscloudArchitectIvr,
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
} from '@flowcdk/provider-genesyscloud';
import { identity } from './order';
import { literalText } from './terraform-text';

/** What a definition has become in a stack. */
export interface DeployedDefinition {
  /** A Terraform reference to its id. */
  readonly id: string;
  /** What must be there before anything that names it; undefined where nothing has to wait. */
  readonly element?: ITerraformDependable;
}

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
      name: literalText(definition.name),
      ...('type' in definition ? { type: String(definition.type) } : {}),
    }),
  dataAction: (scope, id, definition, idOf) => {
    const integration = 'integration' in definition ? idOf(definition.integration as Definition) : undefined;
    return new DataGenesyscloudIntegrationAction(scope, id, {
      name: literalText(definition.name),
      ...(integration === undefined ? {} : { integrationId: integration }),
    });
  },
  integration: (scope, id, { name }) => new DataGenesyscloudIntegration(scope, id, { name: literalText(name) }),
  queue: (scope, id, { name }) => new DataGenesyscloudRoutingQueue(scope, id, { name: literalText(name) }),
  wrapupCode: (scope, id, { name }) => new DataGenesyscloudRoutingWrapupcode(scope, id, { name: literalText(name) }),
  skill: (scope, id, { name }) => new DataGenesyscloudRoutingSkill(scope, id, { name: literalText(name) }),
  languageSkill: (scope, id, { name }) => new DataGenesyscloudRoutingLanguage(scope, id, { name: literalText(name) }),
  schedule: (scope, id, { name }) => new DataGenesyscloudArchitectSchedules(scope, id, { name: literalText(name) }),
  scheduleGroup: (scope, id, { name }) =>
    new DataGenesyscloudArchitectSchedulegroups(scope, id, { name: literalText(name) }),
  userPrompt: (scope, id, { name }) => new DataGenesyscloudArchitectUserPrompt(scope, id, { name: literalText(name) }),
  dataTable: (scope, id, { name }) => new DataGenesyscloudArchitectDatatable(scope, id, { name: literalText(name) }),
  flowOutcome: (scope, id, { name }) => new DataGenesyscloudFlowOutcome(scope, id, { name: literalText(name) }),
  flowMilestone: (scope, id, { name }) => new DataGenesyscloudFlowMilestone(scope, id, { name: literalText(name) }),
  // An e-mail address belongs to one user, a name may belong to more.
  user: (scope, id, { name }) =>
    new DataGenesyscloudUser(scope, id, { [name.includes('@') ? 'email' : 'name']: literalText(name) }),
  group: (scope, id, { name }) => new DataGenesyscloudGroup(scope, id, { name: literalText(name) }),
  emergencyGroup: (scope, id, { name }) =>
    new DataGenesyscloudArchitectEmergencygroup(scope, id, { name: literalText(name) }),
  callRoute: (scope, id, { name }) => new DataGenesyscloudArchitectIvr(scope, id, { name: literalText(name) }),
  // Nothing refers to a pool.
  didPool: undefined,
  trigger: undefined,
  participantData: undefined,
};

const found = new WeakMap<TerraformStack, Map<string, DeployedDefinition>>();

/** Looks a definition up in the organisation, once per stack and identity. */
export function lookUp(
  stack: TerraformStack,
  definition: Definition,
  idOf: (other: Definition) => string | undefined,
): DeployedDefinition | undefined {
  const make = lookUps[definition.definition];
  if (!make) return undefined;
  const known = found.get(stack) ?? new Map<string, DeployedDefinition>();
  found.set(stack, known);
  const earlier = known.get(identity(definition));
  if (earlier) return earlier;
  const scope = (stack.node.tryFindChild('existing') as Construct | undefined) ?? new Construct(stack, 'existing');
  const wanted = `${definition.definition}-${slug(definition.name)}`;
  // Names of the organisation cannot be changed to suit us, and nothing is lost when a data source has another address.
  const id = scope.node.tryFindChild(wanted) ? withHash(wanted, identity(definition)) : wanted;
  const looked = { id: make(scope, id, definition, idOf).id };
  known.set(identity(definition), looked);
  return looked;
}
