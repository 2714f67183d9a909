import { App, Fn, TerraformIterator, TerraformStack, TerraformVariable, Testing } from '../src/cdktf';
import {
  ArchitectUserPrompt,
  AuthRole,
  DataGenesyscloudAuthDivisionHome,
  DataGenesyscloudFlow,
  flow as flowNamespace,
  Flow,
  GenesyscloudProvider,
  Integration,
  IntegrationAction,
  OauthClient,
  ProcessautomationTrigger,
  RoutingQueue,
  WebdeploymentsConfiguration,
} from '../src';

describe('what is given becomes Terraform JSON', () => {
  test('attributes are written in snake_case', () => {
    const stack = newStack();

    new Flow(stack, 'flow', { filepath: 'support-line.yaml', updateTriggerHash: 'abc', forceUnlock: true });

    expect(written(stack)).toEqual({
      resource: {
        genesyscloud_flow: {
          flow: { filepath: 'support-line.yaml', update_trigger_hash: 'abc', force_unlock: true },
        },
      },
    });
  });

  test('what is undefined is left out', () => {
    const stack = newStack();

    new Flow(stack, 'flow', { filepath: 'support-line.yaml', substitutions: undefined, name: undefined });

    expect(resource(stack, 'genesyscloud_flow')).toEqual({ filepath: 'support-line.yaml' });
  });

  test('the keys of a map are the user’s and stay as they are', () => {
    const stack = newStack();

    new Flow(stack, 'flow', { filepath: 'support-line.yaml', substitutions: { queueName: 'Support' } });

    expect(resource(stack, 'genesyscloud_flow')).toEqual({
      filepath: 'support-line.yaml',
      substitutions: { queueName: 'Support' },
    });
  });

  test('a set of blocks is an array, even where only one block is allowed', () => {
    const stack = newStack();

    new ProcessautomationTrigger(stack, 'trigger', {
      name: 'Report finished call',
      topicName: 'v2.detail.events.conversation.{id}.acw',
      enabled: true,
      matchCriteria: '[]',
      target: { type: 'Workflow', id: 'f1', workflowTargetSettings: { dataFormat: 'TopLevelPrimitives' } },
    });

    expect(resource(stack, 'genesyscloud_processautomation_trigger')).toEqual({
      name: 'Report finished call',
      topic_name: 'v2.detail.events.conversation.{id}.acw',
      enabled: true,
      match_criteria: '[]',
      target: [{ type: 'Workflow', id: 'f1', workflow_target_settings: [{ data_format: 'TopLevelPrimitives' }] }],
    });
  });

  test('the only block of a list is an object', () => {
    const stack = newStack();

    new Integration(stack, 'integration', {
      integrationType: 'purecloud-data-actions',
      intendedState: 'ENABLED',
      config: { name: 'Genesys Cloud', properties: '{}', credentials: { pureCloudOAuthClient: 'c1' } },
    });

    expect(resource(stack, 'genesyscloud_integration')).toEqual({
      integration_type: 'purecloud-data-actions',
      intended_state: 'ENABLED',
      config: { name: 'Genesys Cloud', properties: '{}', credentials: { pureCloudOAuthClient: 'c1' } },
    });
  });

  test('blocks of which there may be many are an array', () => {
    const stack = newStack();

    new AuthRole(stack, 'role', {
      name: 'Launcher',
      permissionPolicies: [{ domain: 'architect', entityName: 'flowExecution', actionSet: ['add'] }],
    });

    expect(resource(stack, 'genesyscloud_auth_role')).toEqual({
      name: 'Launcher',
      permission_policies: [{ domain: 'architect', entity_name: 'flowExecution', action_set: ['add'] }],
    });
  });

  test('objects in an attribute spell out every key, because Terraform asks for them', () => {
    const stack = newStack();

    new ArchitectUserPrompt(stack, 'prompt', {
      name: 'Welcome',
      resources: [{ language: 'en-us', ttsString: 'Welcome' }],
    });

    expect(resource(stack, 'genesyscloud_architect_user_prompt')).toEqual({
      name: 'Welcome',
      resources: [{ language: 'en-us', tts_string: 'Welcome', text: null, filename: null, file_content_hash: null }],
    });
  });

  test('digits keep their place in a name, as cdktf get has it', () => {
    const stack = newStack();

    new WebdeploymentsConfiguration(stack, 'messenger', {
      name: 'Web site',
      languages: ['fr-fr'],
      defaultLanguage: 'fr-fr',
      customI18NLabels: [
        { language: 'fr-fr', localizedLabels: [{ key: 'MessengerHomeHeaderTitle', value: 'Bonjour' }] },
      ],
    });

    expect(resource(stack, 'genesyscloud_webdeployments_configuration')).toMatchObject({
      custom_i18n_labels: [
        { language: 'fr-fr', localized_labels: [{ key: 'MessengerHomeHeaderTitle', value: 'Bonjour' }] },
      ],
    });
  });

  test('a data source goes under data', () => {
    const stack = newStack();

    new DataGenesyscloudFlow(stack, 'menu', { name: 'Menu', type: 'inboundcall' });

    expect(written(stack)).toEqual({
      data: { genesyscloud_flow: { menu: { name: 'Menu', type: 'inboundcall' } } },
    });
  });

  test('meta-arguments work as everywhere in CDKTF', () => {
    const stack = newStack();
    const action = new IntegrationAction(stack, 'action', findCustomer);

    new Flow(stack, 'flow', {
      filepath: 'support-line.yaml',
      dependsOn: [action],
      lifecycle: { preventDestroy: true },
    });

    expect(resource(stack, 'genesyscloud_flow')).toEqual({
      filepath: 'support-line.yaml',
      depends_on: ['genesyscloud_integration_action.action'],
      lifecycle: { prevent_destroy: true },
    });
  });

  test('an override changes the JSON and leaves the given values alone', () => {
    const stack = newStack();
    const headers = { Accept: 'application/json' };
    const action = new IntegrationAction(stack, 'action', {
      ...findCustomer,
      configRequest: { requestType: 'GET', headers },
    });

    action.addOverride('config_request.headers.Accept', 'text/xml');

    expect(resource(stack, 'genesyscloud_integration_action')).toMatchObject({
      config_request: { request_type: 'GET', headers: { Accept: 'text/xml' } },
    });
    expect(headers).toEqual({ Accept: 'application/json' });
  });

  test('HCL says the same', () => {
    const stack = newStack();

    new ProcessautomationTrigger(stack, 'trigger', {
      name: 'Report finished call',
      topicName: 'v2.detail.events.conversation.{id}.acw',
      enabled: true,
      target: { type: 'Workflow', id: 'f1' },
    });

    expect(Testing.synthHcl(stack)).toContain(
      [
        'resource "genesyscloud_processautomation_trigger" "trigger" {',
        'name = "Report finished call"',
        'topic_name = "v2.detail.events.conversation.{id}.acw"',
        'enabled = true',
        'target {',
        'type = "Workflow"',
        'id = "f1"',
        '}',
        '}',
      ].join('\n'),
    );
  });
});

describe('what is read becomes a reference', () => {
  test('attributes of every type can be handed on', () => {
    const stack = newStack();
    const home = new DataGenesyscloudAuthDivisionHome(stack, 'home');
    const source = new RoutingQueue(stack, 'source', { name: 'Support' });

    new RoutingQueue(stack, 'copy', {
      name: `Copy of ${source.name}`,
      divisionId: home.id,
      acwTimeoutMs: source.acwTimeoutMs,
      enableTranscription: source.enableTranscription,
      wrapupCodes: source.wrapupCodes,
      defaultScriptIds: source.defaultScriptIds,
    });

    expect(resource(stack, 'genesyscloud_routing_queue', 'copy')).toEqual({
      name: 'Copy of ${genesyscloud_routing_queue.source.name}',
      division_id: '${data.genesyscloud_auth_division_home.home.id}',
      acw_timeout_ms: '${genesyscloud_routing_queue.source.acw_timeout_ms}',
      enable_transcription: '${genesyscloud_routing_queue.source.enable_transcription}',
      wrapup_codes: '${tolist(genesyscloud_routing_queue.source.wrapup_codes)}',
      default_script_ids: '${genesyscloud_routing_queue.source.default_script_ids}',
    });
  });

  test('attributes inside blocks too, and a set is made a list first', () => {
    const stack = newStack();
    const trigger = new ProcessautomationTrigger(stack, 'trigger', {
      name: 'Report finished call',
      topicName: 'v2.detail.events.conversation.{id}.acw',
      enabled: true,
      target: { type: 'Workflow', id: 'f1' },
    });
    const queue = new RoutingQueue(stack, 'queue', { name: 'Support' });
    const client = new OauthClient(stack, 'client', { name: 'Launcher', authorizedGrantType: 'CLIENT-CREDENTIALS' });

    new RoutingQueue(stack, 'copy', {
      name: 'Copy',
      queueFlowId: trigger.target.id,
      divisionId: client.roles.get(0).divisionId,
      mediaSettingsCallback: { mode: queue.mediaSettingsCallback.mode },
    });

    expect(resource(stack, 'genesyscloud_routing_queue', 'copy')).toEqual({
      name: 'Copy',
      queue_flow_id: '${tolist(genesyscloud_processautomation_trigger.trigger.target).0.id}',
      division_id: '${tolist(genesyscloud_oauth_client.client.roles).0.division_id}',
      media_settings_callback: { mode: '${genesyscloud_routing_queue.queue.media_settings_callback[0].mode}' },
    });
  });

  test('variables and functions are values like any other', () => {
    const stack = newStack();
    const queueName = new TerraformVariable(stack, 'queue-name', { type: 'string' });

    new Flow(stack, 'flow', {
      filepath: 'support-line.yaml',
      substitutions: { queue: queueName.stringValue },
      updateTriggerHash: Fn.sha256(queueName.stringValue),
    });

    expect(resource(stack, 'genesyscloud_flow')).toEqual({
      filepath: 'support-line.yaml',
      substitutions: { queue: '${var.queue-name}' },
      update_trigger_hash: '${sha256(var.queue-name)}',
    });
  });

  test('an iterator makes dynamic blocks', () => {
    const stack = newStack();
    const roles = TerraformIterator.fromList(['r1', 'r2']);

    new OauthClient(stack, 'client', {
      name: 'Launcher',
      authorizedGrantType: 'CLIENT-CREDENTIALS',
      roles: roles.dynamic({ role_id: roles.value }),
    });

    expect(resource(stack, 'genesyscloud_oauth_client')).toEqual({
      name: 'Launcher',
      authorized_grant_type: 'CLIENT-CREDENTIALS',
      dynamic: {
        roles: { for_each: '${toset(["r1", "r2"])}', iterator: 'each', content: { role_id: '${each.value}' } },
      },
    });
  });
});

describe('what was given can be changed until synthesis', () => {
  test('by assignment, and left out again by reset', () => {
    const stack = newStack();
    const flow = new Flow(stack, 'flow', { filepath: 'old.yaml', updateTriggerHash: 'abc' });

    flow.filepath = 'new.yaml';
    flow.resetUpdateTriggerHash();

    expect(flow.filepathInput).toBe('new.yaml');
    expect(flow.updateTriggerHashInput).toBeUndefined();
    expect(resource(stack, 'genesyscloud_flow')).toEqual({ filepath: 'new.yaml' });
  });

  test('a block is put, or its attributes are assigned', () => {
    const stack = newStack();
    const action = new IntegrationAction(stack, 'action', findCustomer);

    action.putConfigRequest({ requestType: 'GET', requestUrlTemplate: 'https://alpha.example.com' });
    action.configRequest.requestType = 'POST';
    action.configResponse.successTemplate = '{}';

    expect(resource(stack, 'genesyscloud_integration_action')).toMatchObject({
      config_request: { request_type: 'POST', request_url_template: 'https://alpha.example.com' },
      config_response: { success_template: '{}' },
    });
  });

  test('the object given to the constructor is not changed', () => {
    const config = { ...findCustomer, configRequest: { requestType: 'GET' } };
    const action = new IntegrationAction(newStack(), 'action', config);

    action.name = 'Another';
    action.configRequest.requestType = 'POST';

    expect(config).toEqual({ ...findCustomer, configRequest: { requestType: 'GET' } });
  });
});

describe('the classes stand where those of cdktf get stood', () => {
  test('each comes as a class and in a namespace', () => {
    expect(flowNamespace.Flow).toBe(Flow);
  });

  test('each knows its type in Terraform, and a construct when it sees one', () => {
    const flow = new Flow(newStack(), 'flow', { filepath: 'support-line.yaml' });

    expect(Flow.tfResourceType).toBe('genesyscloud_flow');
    expect(DataGenesyscloudFlow.tfResourceType).toBe('genesyscloud_flow');
    expect(Flow.isConstruct(flow)).toBe(true);
    expect(Flow.isTerraformResource(flow)).toBe(true);
  });

  test('an existing object can be imported', () => {
    const stack = newStack();

    Flow.generateConfigForImport(stack, 'flow', '3e6a1b5c-0000-4000-8000-000000000001');

    expect(written(stack)).toEqual({
      import: [{ to: 'genesyscloud_flow.flow', id: '3e6a1b5c-0000-4000-8000-000000000001' }],
    });
  });

  test('the provider brings its source and version, and blocks that may be empty', () => {
    const stack = newStack();

    new GenesyscloudProvider(stack, 'genesyscloud', { awsRegion: 'eu-west-1', gateway: [{}] });

    expect(written(stack)).toEqual({
      provider: { genesyscloud: [{ aws_region: 'eu-west-1', gateway: [{}] }] },
      terraform: { required_providers: { genesyscloud: { source: 'mypurecloud/genesyscloud', version: '~> 1.82' } } },
    });
  });

  test('a second provider has an alias, and resources say which one they are for', () => {
    const stack = newStack();
    const second = new GenesyscloudProvider(stack, 'second', { alias: 'second', awsRegion: 'us-east-1' });

    new Flow(stack, 'flow', { filepath: 'support-line.yaml', provider: second });

    expect(second.awsRegion).toBe('us-east-1');
    expect(resource(stack, 'genesyscloud_flow')).toEqual({
      filepath: 'support-line.yaml',
      provider: 'genesyscloud.second',
    });
  });
});

const findCustomer = {
  name: 'Find customer',
  category: 'Customer databases',
  integrationId: 'i1',
  contractInput: '{}',
  contractOutput: '{}',
};

const newStack = () => new TerraformStack(new App(), 'stack');

type Json = Record<string, unknown>;

/** The stack's JSON without CDKTF's own metadata. */
const written = (stack: TerraformStack): Json =>
  JSON.parse(Testing.synth(stack), (key, value: unknown) => (key === '//' ? undefined : value)) as Json;

/** The body of a resource; the only one of its type unless its id is said. */
const resource = (stack: TerraformStack, type: string, id?: string): unknown => {
  const { resource } = written(stack) as { resource: Record<string, Record<string, Json>> };
  const bodies = resource[type] ?? {};
  return id === undefined ? Object.values(bodies)[0] : bodies[id];
};
