import { Construct } from 'constructs';
import { fileSlug } from '../ground/address';
import { type FlowDefinition, flowYaml } from '../architect/flows/definition';
import { hasFirstVersion } from '../architect/flows/yaml-flow';
import { Fn, TerraformStack } from '@flowcdk/provider-genesyscloud/cdktf';
import { Flow } from '@flowcdk/provider-genesyscloud/lib/flow';
import { Deployed } from './deployed';
import { firstVersionHash } from './first-version';
import type { DeployedDefinition } from './look-up';
import { byKindAndName } from './order';
import { stackFile } from './stack-files';

/** Which flow is deployed, and whether a lock in Architect stops it. */
export interface ArchitectFlowProps {
  readonly flow: FlowDefinition;
  /**
   * Whether to unlock the flow before it is published, which takes it from the person who edits it in Architect.
   * @default false
   */
  readonly forceUnlock?: boolean | undefined;
}

/**
 * An Architect flow: its YAML beside the stack's JSON, and the resource that uploads and publishes it.
 *
 * Architect binds the names in a flow to ids when it publishes. Terraform cannot see that. So the flow depends on
 * everything it names (`depends_on`), and a new id of any of that publishes the flow again (`update_trigger_hash`).
 */
export class ArchitectFlow extends Construct {
  readonly resource: Flow;

  constructor(scope: Construct, id: string, { flow, forceUnlock }: ArchitectFlowProps) {
    super(scope, id);
    const deployed = Deployed.of(this);
    const path = stackFile(TerraformStack.of(this), `flows/${fileSlug(flow.name)}`, `${flow.kind}.yaml`, () =>
      flowYaml(flow),
    );
    const first = firstVersionOf(flow, deployed);
    const ids = idsOf(flow, deployed);
    if (first && hasFirstVersion(flow)) ids.push(first.id, firstVersionHash(flow));
    const dependsOn = deployed.dependencies(flow.uses);
    if (first?.element) dependsOn.push(first.element);
    this.resource = new Flow(this, 'flow', {
      filepath: path,
      ...(dependsOn.length > 0 ? { dependsOn } : {}),
      ...(ids.length > 0 ? { updateTriggerHash: Fn.sha256(Fn.join(',', ids)) } : {}),
      ...(forceUnlock === undefined ? {} : { forceUnlock }),
    });
    deployed.create(flow, { id: this.resource.id, element: this.resource });
  }
}

/** The ids of everything the flow names, in a stable order. */
const idsOf = ({ uses }: FlowDefinition, deployed: Deployed): string[] =>
  [...uses]
    .sort(byKindAndName)
    .map((definition) => deployed.idOf(definition))
    .filter((id) => id !== undefined);

/** The version of the flow that is published before it. */
const firstVersionOf = (flow: FlowDefinition, deployed: Deployed): DeployedDefinition | undefined =>
  hasFirstVersion(flow) && deployed.has(flow) ? deployed.find(flow) : undefined;
