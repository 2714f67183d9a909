import { Construct } from 'constructs';
import { addressOf, isAddress, slug, withHash } from '../ground/address';
import type { Definition, DefinitionKind } from '../architect/definition';
import type { FlowDefinition } from '../architect/flows/definition';
import { hasFirstVersion, type YamlFlow } from '../architect/flows/yaml-flow';
import { actionsOf, type DataAction, type Integration, type Permission, requiredPermissions } from '../data-action';
import type { Trigger } from '../process-automation/trigger';
import {
  TerraformDataSource,
  type TerraformElement,
  TerraformResource,
  TerraformStack,
  Token,
} from '@flowcdk/provider-genesyscloud/cdktf';
import { resourcesShareAddress } from './errors';
import { FlowcdkError } from '../ground/finding';
import type {
  CallRouteDefinition,
  DataTableDefinition,
  DidPoolDefinition,
  EmergencyGroupDefinition,
  FlowMilestoneDefinition,
  FlowOutcomeDefinition,
  GroupDefinition,
  LanguageSkillDefinition,
  QueueDefinition,
  ScheduleDefinition,
  ScheduleGroupDefinition,
  SkillDefinition,
  UserPromptDefinition,
  WrapupCodeDefinition,
} from '../routing';
import { CallRoute } from './call-route';
import { DataActionOfIntegration } from './data-action';
import { DataTable } from './data-table';
import { Deployed } from './deployed';
import { DidPool } from './did-pool';
import { useDivision } from './division';
import { EmergencyGroup } from './emergency-group';
import { FirstVersion } from './first-version';
import { ArchitectFlow } from './flow';
import { Milestone } from './flow-milestone';
import { Outcome } from './flow-outcome';
import { UserGroup } from './group';
import { ServiceIntegration } from './integration';
import { byKindAndName, identity } from './order';
import { addBackend, addProvider, type BackendProps, type OrganizationProps } from './organization';
import { Queue } from './queue';
import { Schedule } from './schedule';
import { ScheduleGroup } from './schedule-group';
import { LanguageSkill, Skill } from './skill';
import { EventTrigger } from './trigger';
import { UserPrompt } from './user-prompt';
import { WrapupCode } from './wrapup-code';

/** What a stack deploys, to which organisation, and where Terraform keeps its state. */
export interface OrganizationStackProps {
  readonly organization: OrganizationProps;
  /** @default a local file beside the stack's JSON */
  readonly backend?: BackendProps | undefined;
  /** Division of everything the stack creates. @default the organisation's home division */
  readonly division?: string | undefined;
  /** What the stack creates. Definitions that these use and no stack lists must exist in the organisation already. */
  readonly definitions: readonly Definition[];
  /**
   * The definitions of the whole application: the role of an integration holds what all of its data actions need, those
   * of other stacks, too. @default those of this stack
   */
  readonly application?: readonly Definition[] | undefined;
}

/** How each kind of definition becomes resources. */
const constructs: Readonly<
  Partial<Record<DefinitionKind, (scope: Construct, id: string, definition: never) => Construct>>
> = {
  flow: (scope, id, flow: FlowDefinition) => new ArchitectFlow(scope, id, { flow }),
  dataAction: (scope, id, dataAction: DataAction) => new DataActionOfIntegration(scope, id, { dataAction }),
  integration: (scope, id, integration: Integration) =>
    new ServiceIntegration(scope, id, {
      integration,
      permissions: permissionsFor(integration, TerraformStack.of(scope)),
    }),
  trigger: (scope, id, trigger: Trigger) => new EventTrigger(scope, id, { trigger }),
  queue: (scope, id, queue: QueueDefinition) => new Queue(scope, id, { queue }),
  wrapupCode: (scope, id, wrapupCode: WrapupCodeDefinition) => new WrapupCode(scope, id, { wrapupCode }),
  schedule: (scope, id, schedule: ScheduleDefinition) => new Schedule(scope, id, { schedule }),
  scheduleGroup: (scope, id, schedules: ScheduleGroupDefinition) => new ScheduleGroup(scope, id, { schedules }),
  callRoute: (scope, id, route: CallRouteDefinition) => new CallRoute(scope, id, { route }),
  emergencyGroup: (scope, id, group: EmergencyGroupDefinition) => new EmergencyGroup(scope, id, { group }),
  userPrompt: (scope, id, prompt: UserPromptDefinition) => new UserPrompt(scope, id, { prompt }),
  dataTable: (scope, id, table: DataTableDefinition) => new DataTable(scope, id, { table }),
  flowOutcome: (scope, id, outcome: FlowOutcomeDefinition) => new Outcome(scope, id, { outcome }),
  flowMilestone: (scope, id, milestone: FlowMilestoneDefinition) => new Milestone(scope, id, { milestone }),
  didPool: (scope, id, pool: DidPoolDefinition) => new DidPool(scope, id, { pool }),
  group: (scope, id, group: GroupDefinition) => new UserGroup(scope, id, { group }),
  skill: (scope, id, skill: SkillDefinition) => new Skill(scope, id, { skill }),
  languageSkill: (scope, id, language: LanguageSkillDefinition) => new LanguageSkill(scope, id, { language }),
};

/** What the data actions of an integration need, those of other stacks of the application, too. */
function permissionsFor(integration: Integration, stack: TerraformStack): readonly Permission[] {
  const definitions = stack instanceof OrganizationStack ? stack.application : [];
  return requiredPermissions(actionsOf(integration, definitions)).permissions;
}

/**
 * What is deployed together to one organisation.
 *
 * ```ts
 * new OrganizationStack(app, 'reception', {
 *   organization: { region: 'eu-central-1' },
 *   definitions: [reception, findCustomer, customerDatabase],
 * });
 * ```
 */
export class OrganizationStack extends TerraformStack {
  readonly definitions: readonly Definition[];
  /** The definitions of the whole application. */
  readonly application: readonly Definition[];
  readonly #addresses = new Map<string, TerraformElement>();
  /** Flows of which only the first version is created so far. */
  readonly #firstVersions = new Set<Definition>();

  constructor(scope: Construct, id: string, props: OrganizationStackProps) {
    super(scope, id);
    this.definitions = Object.freeze([...new Set(props.definitions)].sort(byKindAndName));
    this.application = props.application ?? this.definitions;
    addProvider(this, props.organization);
    addBackend(this, props.backend ?? {});
    if (props.division !== undefined) useDivision(this, props.division);
    const own = new Map(this.definitions.map((definition) => [identity(definition), definition]));
    // Pools come first: call routes need the pools that hold their numbers, but do not name them.
    const pools = this.definitions.filter((definition) => definition.definition === 'didPool');
    for (const definition of [...pools, ...this.definitions]) this.#create(definition, own);
  }

  /** Creates what a definition needs first, whatever the order of the list: the JSON must not depend on it. */
  #create(
    needed: Definition,
    own: ReadonlyMap<string, Definition>,
    pending: ReadonlySet<Definition> = new Set(),
  ): void {
    const definition = own.get(identity(needed));
    // A flow of a file names what this stack creates. Another definition of the name is none of this stack.
    if (!definition || (definition !== needed && needed.isMeantByName !== true)) return;
    if (hasFirstVersion(definition)) {
      this.#createFirst(definition);
      if (leadsInto(definition, pending, own)) return;
    }
    const isThere = Deployed.of(this).has(definition) && !this.#firstVersions.has(definition);
    if (definition.existing || isThere || pending.has(definition)) return;
    const below = new Set([...pending, definition]);
    for (const used of [...(definition.uses ?? [])].sort(byKindAndName)) this.#create(used, own, below);
    const make = constructs[definition.definition];
    if (!make) return;
    const group = (this.node.tryFindChild(definition.definition) ??
      new Construct(this, definition.definition)) as Construct;
    make(group, freeAddress(definition, group), definition as never);
    this.#firstVersions.delete(definition);
  }

  /**
   * Creates a version of a flow that says nothing, for the flows that name it and that it names itself. It is created
   * without a circle, too: Terraform would delete the flow with the resource when the circle ends.
   */
  #createFirst(flow: YamlFlow): void {
    if (Deployed.of(this).has(flow)) return;
    const group = (this.node.tryFindChild('flow') ?? new Construct(this, 'flow')) as Construct;
    new FirstVersion(group, `${freeAddress(flow, group)}-first-version`, flow);
    this.#firstVersions.add(flow);
  }

  /**
   * Readable addresses: `genesyscloud_flow.identify-caller`, not a path with a hash. CDKTF would write one of two
   * resources with one address over the other.
   */
  protected override allocateLogicalId(element: TerraformElement): string {
    const name = this.#nameOf(element);
    const address = `${typeOf(element)}.${name}`;
    const earlier = this.#addresses.get(address) ?? element;
    if (earlier !== element)
      throw new FlowcdkError([resourcesShareAddress(address, earlier.node.path, element.node.path)]);
    this.#addresses.set(address, element);
    return name;
  }

  #nameOf(element: TerraformElement): string {
    const { node } = Token.isUnresolved(element) ? this : element;
    const [group = '', ...path] = node.path.slice(this.node.path.length + 1).split('/');
    // A construct of the user gets its whole path. Only for our own constructs we know that less is unique.
    if (!ourGroups.has(group)) return [group, ...path].join('-');
    // The last part names the resource within its construct, which its Terraform type says already.
    const parts = path.length > 1 && !keepsLastPart.test(path.at(-1) ?? '') ? path.slice(0, -1) : path;
    return parts.join('-');
  }
}

/** Whether a definition needs one of those that wait for it, whatever stands between. */
function leadsInto(
  from: Definition,
  waiting: ReadonlySet<Definition>,
  own: ReadonlyMap<string, Definition>,
  seen = new Set<Definition>(),
): boolean {
  if (seen.has(from)) return false;
  seen.add(from);
  return (from.uses ?? []).some((used) => {
    const next = own.get(identity(used));
    return next !== undefined && (waiting.has(next) || leadsInto(next, waiting, own, seen));
  });
}

/**
 * The address of a definition. The check reports an address that is invalid or taken, and nothing is written then.
 * Until then any other address will do.
 */
function freeAddress(definition: Definition, group: Construct): string {
  const address = addressOf(definition);
  const serves = isAddress(address) && !group.node.tryFindChild(address);
  return serves ? address : withHash(slug(definition.name), identity(definition));
}

/** `genesyscloud_flow`, `data.genesyscloud_flow`; for any other element its class. */
const typeOf = (element: TerraformElement): string =>
  element instanceof TerraformResource
    ? element.terraformResourceType
    : element instanceof TerraformDataSource
      ? `data.${element.terraformResourceType}`
      : element.constructor.name;

/** The groups that the constructs of a stack lie in: one for each kind of definition, and those without resources. */
const ourGroups = new Set([...Object.keys(constructs), 'existing', 'secret', 'division']);

/** Names of children of which a construct has several of one type. */
const keepsLastPart = /^(open|closed|(open|closed|holiday|row)-.*)$/;
