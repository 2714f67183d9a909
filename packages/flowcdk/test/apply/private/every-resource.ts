import type { Stack } from '../../../src/apply';
import { App, TerraformStack, Testing } from '@flowcdk/provider-genesyscloud/cdktf';
import { callFlowYaml, workflowYaml } from '../../emulator/private/flows';
import { addOneOfEveryResource } from '../../../../provider-genesyscloud/test/one-of-every-resource';
import { fileOf } from './stacks';

type Values = Record<string, unknown>;
type Elements = Record<string, Record<string, Values>>;

/** One of every resource and data source, changed where the example does not make sense as a whole. */
export function everyResource(): Stack {
  const app = new TerraformStack(new App(), 'every-resource');
  addOneOfEveryResource(app);
  const { resource, data } = JSON.parse(Testing.synth(app)) as { readonly resource: Elements; readonly data: Elements };
  const elements: Elements = {
    ...resource,
    genesyscloud_flow: { ...resource['genesyscloud_flow'], call: { filepath: 'call.yaml' } },
  };
  only(elements, 'genesyscloud_architect_ivr', (route) => {
    route['open_hours_flow_id'] = route['closed_hours_flow_id'] = '${genesyscloud_flow.call.id}';
  });
  only(elements, 'genesyscloud_architect_emergencygroup', (group) => {
    group['emergency_call_flows'] = [
      { emergency_flow_id: '${genesyscloud_flow.call.id}', ivr_ids: ['${genesyscloud_architect_ivr.ivr.id}'] },
    ];
  });
  // An outcome stays, and would keep its division from being deleted.
  only(elements, 'genesyscloud_flow_outcome', (outcome) => delete outcome['division_id']);
  for (const [type, sources] of Object.entries(data)) {
    const named = elements[type as keyof typeof elements];
    for (const source of Object.values(sources)) {
      if (named) source['depends_on'] = Object.keys(named).map((name) => `${type}.${name}`);
      const name = named && Object.values(named)[0]?.['name'];
      if (name !== undefined && 'name' in source) source['name'] = name;
    }
  }
  only(data, 'genesyscloud_integration', (source) => (source['name'] = 'Customer databases'));
  const waits = (type: string, needed: string): void =>
    only(data, type, (source) => {
      source['depends_on'] = Object.keys(resource[needed] ?? {}).map((name) => `${needed}.${name}`);
    });
  waits('genesyscloud_integration_custom_auth_action', 'genesyscloud_integration_custom_auth_action');
  waits('genesyscloud_telephony_providers_edges_did', 'genesyscloud_telephony_providers_edges_did_pool');
  // Webhooks are made in the cloud's own pages.
  delete data['genesyscloud_integration_webhook'];
  const files: Readonly<Record<string, string>> = {
    'flow.yaml': workflowYaml('Support'),
    'call.yaml': callFlowYaml('Support'),
  };
  const json = { resource: elements, data } as unknown as Stack['json'];
  return { name: 'every-resource', json, file: fileOf(files) };
}

const only = (elements: Elements, type: string, change: (values: Values) => void): void =>
  Object.values(elements[type] ?? {}).forEach(change);
