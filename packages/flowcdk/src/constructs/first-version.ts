import { createHash } from 'node:crypto';
import { Construct } from 'constructs';
import { fileSlug } from '../ground/address';
import { flowYaml } from '../architect/flows/definition';
import { firstVersion } from '../architect/flows/first-version';
import type { YamlFlow } from '../architect/flows/yaml-flow';
import { TerraformStack } from '@flowcdk/provider-genesyscloud/cdktf';
import { Flow } from '@flowcdk/provider-genesyscloud/lib/flow';
import { Deployed } from './deployed';
import { stackFile } from './stack-files';

/**
 * A version of a flow that says nothing. The flows that name it in a circle depend on this version, and the flow itself
 * depends on them and on this version. Both resources publish the same flow, one after the other.
 */
export class FirstVersion extends Construct {
  constructor(scope: Construct, id: string, flow: YamlFlow) {
    super(scope, id);
    const path = stackFile(
      TerraformStack.of(this),
      `flows/${fileSlug(flow.name)}-first-version`,
      `${flow.kind}.yaml`,
      () => yamlOf(flow),
    );
    const resource = new Flow(this, 'flow', { filepath: path });
    Deployed.of(this).create(flow, { id: resource.id, element: resource });
  }
}

/**
 * Changes when the first version does. The flow has to be published again then, because the first version has taken
 * its place.
 */
export const firstVersionHash = (flow: YamlFlow): string => createHash('sha256').update(yamlOf(flow)).digest('hex');

function yamlOf(flow: YamlFlow): string {
  const first = firstVersion(flow);
  return first ? flowYaml(first) : '';
}
