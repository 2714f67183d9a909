import { Construct } from 'constructs';
import { slug, withHash } from '../ground/address';
import type { Definition, DefinitionKind } from '../architect/definition';
import type { ITerraformDependable, TerraformDataSource, TerraformStack } from '@flowcdk/provider-genesyscloud/cdktf';
import { DataGenesyscloudArchitectDatatable } from '@flowcdk/provider-genesyscloud/lib/data-genesyscloud-architect-datatable';
import { DataGenesyscloudArchitectEmergencygroup } from '@flowcdk/provider-genesyscloud/lib/data-genesyscloud-architect-emergencygroup';
import { DataGenesyscloudArchitectIvr } from '@flowcdk/provider-genesyscloud/lib/data-genesyscloud-architect-ivr';
import { DataGenesyscloudArchitectSchedulegroups } from '@flowcdk/provider-genesyscloud/lib/data-genesyscloud-architect-schedulegroups';
import { DataGenesyscloudArchitectSchedules } from '@flowcdk/provider-genesyscloud/lib/data-genesyscloud-architect-schedules';
import { DataGenesyscloudArchitectUserPrompt } from '@flowcdk/provider-genesyscloud/lib/data-genesyscloud-architect-user-prompt';
import { DataGenesyscloudFlow } from '@flowcdk/provider-genesyscloud/lib/data-genesyscloud-flow';
import { DataGenesyscloudFlowMilestone } from '@flowcdk/provider-genesyscloud/lib/data-genesyscloud-flow-milestone';
import { DataGenesyscloudFlowOutcome } from '@flowcdk/provider-genesyscloud/lib/data-genesyscloud-flow-outcome';
import { DataGenesyscloudGroup } from '@flowcdk/provider-genesyscloud/lib/data-genesyscloud-group';
import { DataGenesyscloudIntegration } from '@flowcdk/provider-genesyscloud/lib/data-genesyscloud-integration';
import { DataGenesyscloudIntegrationAction } from '@flowcdk/provider-genesyscloud/lib/data-genesyscloud-integration-action';
import { DataGenesyscloudRoutingLanguage } from '@flowcdk/provider-genesyscloud/lib/data-genesyscloud-routing-language';
import { DataGenesyscloudRoutingQueue } from '@flowcdk/provider-genesyscloud/lib/data-genesyscloud-routing-queue';
import { DataGenesyscloudRoutingSkill } from '@flowcdk/provider-genesyscloud/lib/data-genesyscloud-routing-skill';
import { DataGenesyscloudRoutingWrapupcode } from '@flowcdk/provider-genesyscloud/lib/data-genesyscloud-routing-wrapupcode';
import { DataGenesyscloudUser } from '@flowcdk/provider-genesyscloud/lib/data-genesyscloud-user';
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

/** How each kind of definition is looked up by its name; undefined where the provider cannot. */
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

const lookedUp = new WeakMap<TerraformStack, Map<string, DeployedDefinition>>();

/** Looks a definition up in the organisation, once per stack and identity. */
export function lookUp(
  stack: TerraformStack,
  definition: Definition,
  idOf: (other: Definition) => string | undefined,
): DeployedDefinition | undefined {
  const make = lookUps[definition.definition];
  if (!make) return undefined;
  const known = lookedUp.get(stack) ?? new Map<string, DeployedDefinition>();
  lookedUp.set(stack, known);
  const earlier = known.get(identity(definition));
  if (earlier) return earlier;
  const scope = (stack.node.tryFindChild('existing') as Construct | undefined) ?? new Construct(stack, 'existing');
  const key = `${definition.definition}-${slug(definition.name)}`;
  // We cannot change names of the organisation, and a data source may have another address without harm.
  const id = scope.node.tryFindChild(key) ? withHash(key, identity(definition)) : key;
  const looked = { id: make(scope, id, definition, idOf).id };
  known.set(identity(definition), looked);
  return looked;
}
