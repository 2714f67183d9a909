import { type Construct } from 'constructs';
import * as genesyscloud from '../src';

/**
 * Adds one of every resource and every data source to a stack, with plausible values and with most of what can be
 * given. The provider itself is the caller's to add.
 *
 * @param flowFile path of a flow's YAML, as Terraform sees it; it must exist for `terraform validate`
 */
export const addOneOfEveryResource = (stack: Construct, { flowFile = 'flow.yaml' } = {}): void => {
  addOneOfEveryDataSource(stack);

  // people and what they may do
  const division = new genesyscloud.AuthDivision(stack, 'division', { name: 'Customer care', description: 'Care' });
  const role = new genesyscloud.AuthRole(stack, 'role', {
    name: 'Flow launcher',
    description: 'May launch workflows',
    permissions: ['group_creation'],
    permissionPolicies: [
      { domain: 'architect', entityName: 'flowExecution', actionSet: ['add', 'view'] },
      {
        domain: 'directory',
        entityName: 'user',
        actionSet: ['view'],
        conditions: {
          conjunction: 'AND',
          terms: [{ variableName: 'queue', operator: 'EQ', operands: [{ type: 'SCALAR', value: 'care' }] }],
        },
      },
    ],
  });
  const user = new genesyscloud.User(stack, 'user', {
    email: 'ada@example.com',
    name: 'Ada Lovelace',
    password: 'not-a-secret-1',
    state: 'active',
    divisionId: division.id,
    department: 'Care',
    title: 'Agent',
    acdAutoAnswer: false,
    profileSkills: ['Mathematics'],
    certifications: ['First aid'],
    addresses: [
      {
        otherEmails: [{ address: 'ada@example.org', type: 'HOME' }],
        phoneNumbers: [{ number: '+33123456789', mediaType: 'PHONE', type: 'MOBILE' }],
      },
    ],
    locations: [{ locationId: '3e6a1b5c-0000-4000-8000-000000000001', notes: 'Second floor' }],
    employerInfo: [{ officialName: 'Ada Lovelace', employeeId: '1815', employeeType: 'Full-time' }],
    routingUtilization: [
      {
        call: [{ maximumCapacity: 1, includeNonAcd: true }],
        message: [{ maximumCapacity: 4, interruptibleMediaTypes: ['call'] }],
        labelUtilizations: [{ labelId: '3e6a1b5c-0000-4000-8000-000000000002', maximumCapacity: 2 }],
      },
    ],
    voicemailUserpolicies: { alertTimeoutSeconds: 12, sendEmailNotifications: true },
  });
  const group = new genesyscloud.Group(stack, 'group', {
    name: 'Care',
    description: 'All of customer care',
    type: 'official',
    visibility: 'public',
    rulesVisible: true,
    addresses: [{ type: 'GROUPRING', number: '+33123456780' }],
    ownerIds: [user.id],
    memberIds: [user.id],
    rolesEnabled: true,
    callsEnabled: true,
    includeOwners: true,
    voicemailPolicy: { sendEmailNotifications: true, disableEmailPii: true, includeEmailTranscriptions: false },
  });
  new genesyscloud.UserRoles(stack, 'user-roles', { userId: user.id, roles: [{ roleId: role.id }] });
  new genesyscloud.GroupRoles(stack, 'group-roles', {
    groupId: group.id,
    roles: [{ roleId: role.id, divisionIds: [division.id] }],
  });
  const client = new genesyscloud.OauthClient(stack, 'client', {
    name: 'Flow launcher',
    description: 'Launches workflows',
    authorizedGrantType: 'CLIENT-CREDENTIALS',
    accessTokenValiditySeconds: 86400,
    roles: [{ roleId: role.id, divisionId: division.id }],
    state: 'active',
    exposeClientSecret: true,
  });

  // what data actions run on
  const credential = new genesyscloud.IntegrationCredential(stack, 'credential', {
    name: 'Flow launcher',
    credentialTypeName: 'pureCloudOAuthClient',
    fields: { clientId: client.clientId, clientSecret: client.clientSecret },
  });
  const platform = new genesyscloud.Integration(stack, 'platform', {
    integrationType: 'purecloud-data-actions',
    intendedState: 'ENABLED',
    config: {
      name: 'Genesys Cloud',
      notes: 'The platform itself',
      properties: '{}',
      advanced: '{}',
      credentials: { pureCloudOAuthClient: credential.id },
    },
  });
  const tokenCredential = new genesyscloud.IntegrationCredential(stack, 'token-credential', {
    name: 'Customer databases',
    credentialTypeName: 'userDefinedOAuth',
    fields: { loginUrl: 'https://login.example.com/token' },
  });
  const databases = new genesyscloud.Integration(stack, 'databases', {
    integrationType: 'custom-rest-actions',
    intendedState: 'ENABLED',
    config: { name: 'Customer databases', credentials: { basicAuth: tokenCredential.id } },
  });
  const token = new genesyscloud.IntegrationCustomAuthAction(stack, 'token', {
    integrationId: databases.id,
    name: 'Token of the customer databases',
    configRequest: {
      requestUrlTemplate: '$${credentials.loginUrl}',
      requestType: 'POST',
      requestTemplate: 'grant_type=client_credentials',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    },
    configResponse: { translationMap: {}, translationMapDefaults: {}, successTemplate: '$${rawResult}' },
  });
  const findCustomer = {
    name: 'Find customer',
    category: 'Customer databases',
    integrationId: databases.id,
    secure: false,
    configTimeoutSeconds: 10,
    contractInput: '{"type":"object","properties":{"phoneNumber":{"type":"string"}}}',
    contractOutput: '{"type":"object","properties":{"customerId":{"type":"string"}}}',
    configRequest: {
      requestUrlTemplate: 'https://alpha.example.com/customers?phone=$${input.phoneNumber}',
      requestType: 'GET',
      headers: { Accept: 'application/json' },
    },
    configResponse: {
      translationMap: { customerId: '$.customers[0].id' },
      translationMapDefaults: { customerId: '""' },
      successTemplate: '{"customerId": $${customerId}}',
    },
  };
  const action = new genesyscloud.IntegrationAction(stack, 'action', { ...findCustomer, dependsOn: [token] });
  new genesyscloud.IntegrationActionDraft(stack, 'draft', { ...findCustomer, name: 'Find customer, next' });

  // flows and what starts them
  const flow = new genesyscloud.Flow(stack, 'flow', {
    filepath: flowFile,
    substitutions: { queue: 'Support' },
    updateTriggerHash: action.id,
    forceUnlock: false,
    dependsOn: [action],
  });
  new genesyscloud.FlowLoglevel(stack, 'loglevel', { flowId: flow.id, flowLogLevel: 'VerboseNotes' });
  new genesyscloud.FlowMilestone(stack, 'milestone', { name: 'Identified', description: 'The caller is known' });
  new genesyscloud.FlowOutcome(stack, 'outcome', { name: 'Served', divisionId: division.id });
  new genesyscloud.ProcessautomationTrigger(stack, 'trigger', {
    name: 'Report finished call',
    description: 'After the agent is done',
    enabled: true,
    topicName: 'v2.detail.events.conversation.{id}.acw',
    matchCriteria: '[{"jsonPath":"mediaType","operator":"Equal","value":"VOICE"}]',
    eventTtlSeconds: 60,
    target: { type: 'Workflow', id: flow.id, workflowTargetSettings: { dataFormat: 'TopLevelPrimitives' } },
  });
  new genesyscloud.ProcessautomationTrigger(stack, 'late-trigger', {
    name: 'Report finished call, later',
    enabled: false,
    topicName: 'v2.detail.events.conversation.{id}.acw',
    matchCriteria: '[]',
    delayBySeconds: 60,
    target: { type: 'Workflow', id: flow.id },
  });

  // what flows use
  const prompt = new genesyscloud.ArchitectUserPrompt(stack, 'prompt', {
    name: 'Welcome',
    description: 'First words',
    resources: [
      { language: 'en-us', ttsString: 'Welcome' },
      { language: 'fr-fr', ttsString: 'Bienvenue', text: 'Bienvenue' },
    ],
  });
  const table = new genesyscloud.ArchitectDatatable(stack, 'table', {
    name: 'Databases',
    description: 'Where customers are looked up',
    divisionId: division.id,
    properties: [
      { name: 'key', type: 'string', title: 'Database' },
      { name: 'enabled', type: 'boolean', default: 'true' },
    ],
  });
  new genesyscloud.ArchitectDatatableRow(stack, 'row', {
    datatableId: table.id,
    keyValue: 'Alpha',
    propertiesJson: '{"enabled":true}',
  });
  const hours = new genesyscloud.ArchitectSchedules(stack, 'hours', {
    name: 'Opening hours',
    start: '2026-01-05T09:00:00.000000',
    end: '2026-01-05T18:00:00.000000',
    rrule: 'FREQ=DAILY;INTERVAL=1',
    description: 'Every day',
  });
  const schedules = new genesyscloud.ArchitectSchedulegroups(stack, 'schedules', {
    name: 'Support line',
    description: 'When somebody answers',
    openSchedulesId: [hours.id],
    timeZone: 'Europe/Paris',
  });
  const numbers = new genesyscloud.TelephonyProvidersEdgesDidPool(stack, 'numbers', {
    startPhoneNumber: '+33123456780',
    endPhoneNumber: '+33123456789',
    description: 'Support',
    comments: 'Simulated',
    poolProvider: 'PURE_CLOUD_VOICE',
  });
  const ivr = new genesyscloud.ArchitectIvr(stack, 'ivr', {
    name: 'Support line',
    description: 'The number on the web site',
    dnis: ['+33123456789'],
    openHoursFlowId: flow.id,
    closedHoursFlowId: flow.id,
    scheduleGroupId: schedules.id,
    dependsOn: [numbers],
  });
  new genesyscloud.ArchitectEmergencygroup(stack, 'evacuation', {
    name: 'Evacuation',
    description: 'Nobody is in the building',
    enabled: false,
    emergencyCallFlows: [{ emergencyFlowId: flow.id, ivrIds: [ivr.id] }],
  });

  // who answers
  new genesyscloud.RoutingSkill(stack, 'skill', { name: 'Invoices' });
  new genesyscloud.RoutingLanguage(stack, 'language', { name: 'French' });
  const address = new genesyscloud.RoutingSmsAddress(stack, 'address', {
    name: 'Head office',
    street: '1 rue de la Paix',
    city: 'Paris',
    region: 'Paris',
    postalCode: '75002',
    countryCode: 'FR',
    autoCorrectAddress: true,
  });
  const code = new genesyscloud.RoutingWrapupcode(stack, 'code', { name: 'Solved', description: 'Nothing left to do' });
  const overflow = new genesyscloud.RoutingQueue(stack, 'overflow', { name: 'Overflow' });
  const alerting = {
    alertingTimeoutSec: 20,
    enableAutoAnswer: false,
    serviceLevelPercentage: 0.8,
    serviceLevelDurationMs: 20000,
  };
  const care = [{ memberGroupId: group.id, memberGroupType: 'GROUP' }];
  const underPressure = {
    conditionExpression: 'C1',
    conditions: [{ simpleMetric: { metric: 'EstimatedWaitTime' }, operator: 'GreaterThan', value: 30 }],
  };
  new genesyscloud.RoutingQueue(stack, 'queue', {
    name: 'Support',
    description: 'Callers of the support line',
    divisionId: division.id,
    members: [{ userId: user.id, ringNum: 1 }],
    mediaSettingsCall: { ...alerting, autoAnswerAlertToneSeconds: 2, manualAnswerAlertToneSeconds: 5 },
    mediaSettingsCallback: {
      ...alerting,
      mode: 'CustomerFirst',
      enableAutoDialAndEnd: true,
      autoDialDelaySeconds: 10,
      autoEndDelaySeconds: 10,
      pacingModifier: 1.5,
      liveVoiceReactionType: 'TransferToFlow',
      liveVoiceFlowId: flow.id,
      answeringMachineReactionType: 'HangUp',
      maxRetryCount: 3,
      retryDelaySeconds: 600,
    },
    mediaSettingsChat: alerting,
    mediaSettingsEmail: alerting,
    mediaSettingsMessage: {
      ...alerting,
      inactivityTimeoutSettings: { timeoutSeconds: 600, actionType: 'DISCONNECT' },
      subTypeSettings: [{ mediaType: 'webmessaging', enableAutoAnswer: false, enableInactivityTimeout: true }],
    },
    acwWrapupPrompt: 'MANDATORY_TIMEOUT',
    acwTimeoutMs: 30000,
    wrapupCodes: [code.id],
    skillEvaluationMethod: 'ALL',
    scoringMethod: 'TimestampAndPriority',
    lastAgentRoutingMode: 'QueueMembersOnly',
    routingRules: [{ operator: 'MEETS_THRESHOLD', threshold: 9, waitSeconds: 10 }],
    bullseyeRings: [
      { expansionTimeoutSeconds: 10, memberGroups: care },
      { expansionTimeoutSeconds: 20, skillsToRemove: ['3e6a1b5c-0000-4000-8000-000000000003'] },
    ],
    conditionalGroupRoutingRules: [{ operator: 'GreaterThan', conditionValue: 10, waitSeconds: 5, groups: care }],
    conditionalGroupActivation: { pilotRule: underPressure, rules: [{ ...underPressure, groups: care }] },
    directRouting: { backupQueueId: overflow.id, agentWaitSeconds: 60, waitForAgent: true },
    agentOwnedRouting: {
      enableAgentOwnedCallbacks: true,
      maxOwnedCallbackHours: 24,
      maxOwnedCallbackDelayHours: 48,
    },
    queueFlowId: flow.id,
    whisperPromptId: prompt.id,
    autoAnswerOnly: true,
    enableTranscription: false,
    suppressInQueueCallRecording: true,
    callingPartyName: 'Support',
    callingPartyNumber: '+33123456789',
    outboundMessagingSmsAddressId: address.id,
    outboundEmailAddress: { domainId: 'support.example.com', routeId: '3e6a1b5c-0000-4000-8000-000000000004' },
    defaultScriptIds: { CALL: '3e6a1b5c-0000-4000-8000-000000000005' },
    cannedResponseLibraries: { mode: 'None' },
  });
  new genesyscloud.RoutingQueueConditionalGroupRouting(stack, 'overflow-routing', {
    queueId: overflow.id,
    rules: [{ metric: 'ServiceLevel', operator: 'LessThan', conditionValue: 50, waitSeconds: 5, groups: care }],
  });
  new genesyscloud.RoutingQueueConditionalGroupActivationA(stack, 'overflow-activation', {
    queueId: overflow.id,
    pilotRule: underPressure,
    rules: [{ ...underPressure, groups: care }],
  });
  new genesyscloud.RoutingQueueOutboundEmailAddressA(stack, 'overflow-email', {
    queueId: overflow.id,
    domainId: 'support.example.com',
    routeId: '3e6a1b5c-0000-4000-8000-000000000004',
  });

  // web messaging
  const messenger = new genesyscloud.WebdeploymentsConfiguration(stack, 'messenger', {
    name: 'Web site',
    description: 'Messenger of the web site',
    languages: ['en-us', 'fr-fr'],
    defaultLanguage: 'en-us',
    headlessModeEnabled: false,
    authenticationSettings: { enabled: false, integrationId: platform.id, allowSessionUpgrade: false },
    messenger: {
      enabled: true,
      sessionPersistenceType: 'AcrossSubdomains',
      apps: {
        conversations: {
          enabled: true,
          autoStartEnabled: false,
          markdownEnabled: true,
          sessionDurationSeconds: 3600,
          conversationDisconnect: { enabled: true, type: 'ReadOnly' },
          humanize: { enabled: true, bot: { name: 'Robby', avatarUrl: 'https://example.com/robby.png' } },
          notifications: { enabled: true, notificationContentType: 'IncludeMessagesContent' },
        },
        knowledge: { enabled: true, knowledgeBaseId: '3e6a1b5c-0000-4000-8000-000000000006' },
      },
      fileUpload: { mode: [{ fileTypes: ['image/png'], maxFileSizeKb: 1024 }] },
      homeScreen: { enabled: true, logoUrl: 'https://example.com/logo.png' },
      launcherButton: { visibility: 'OnDemand' },
      styles: { primaryColor: '#0000ff' },
    },
    position: { alignment: 'Auto', sideSpace: 20, bottomSpace: 20 },
    cobrowse: {
      enabled: true,
      allowAgentControl: true,
      allowAgentNavigation: false,
      allowDraw: true,
      channels: ['Webmessaging', 'Voice'],
      maskSelectors: ['.private'],
      readonlySelectors: ['.total'],
      pauseCriteria: [{ urlFragment: '/payment', condition: 'includes' }],
    },
    journeyEvents: {
      enabled: true,
      pageviewConfig: 'Auto',
      clickEvent: [{ selector: '#buy', eventName: 'buy' }],
      inViewportEvent: [{ selector: '#offer', eventName: 'offer seen' }],
      formTrackEvent: [
        {
          selector: '#contact',
          formName: 'contact',
          captureDataOnFormAbandon: false,
          captureDataOnFormSubmit: true,
        },
      ],
      idleEvent: [{ eventName: 'idle', idleAfterSeconds: 60 }],
      scrollDepthEvent: [{ eventName: 'half', percentage: 50 }],
      trackingSettings: {
        excludedQueryParameters: ['token'],
        searchQueryParameters: ['q'],
        shouldKeepUrlFragment: false,
        ipFilters: [{ name: 'Office', ipAddress: '192.0.2.0/24' }],
      },
    },
    supportCenter: {
      enabled: true,
      knowledgeBaseId: '3e6a1b5c-0000-4000-8000-000000000006',
      routerType: 'Hash',
      feedbackEnabled: true,
      customMessages: [{ type: 'Welcome', defaultValue: 'Welcome' }],
      enabledCategories: [{ categoryId: '3e6a1b5c-0000-4000-8000-000000000007' }],
      labelFilter: { labelIds: ['3e6a1b5c-0000-4000-8000-000000000008'] },
      screens: [
        {
          type: 'Home',
          moduleSettings: [
            {
              type: 'Categories',
              enabled: true,
              compactCategoryModuleTemplateActive: false,
              detailedCategoryModuleTemplate: { active: true, sidebarEnabled: true },
            },
          ],
        },
      ],
      styleSetting: {
        globalStyleSetting: {
          backgroundColor: '#ffffff',
          fontFamily: 'sans-serif',
          primaryColor: '#0000ff',
          primaryColorDark: '#0000aa',
          primaryColorLight: '#8888ff',
          textColor: '#000000',
        },
        heroStyleSetting: {
          backgroundColor: '#ffffff',
          imageUri: 'https://example.com/hero.png',
          textColor: '#000000',
        },
      },
    },
    video: {
      enabled: true,
      agent: {
        allowCamera: true,
        allowMicrophone: true,
        allowScreenShare: true,
        background: 'IMAGE',
        backgroundImage: { url: 'https://example.com/office.png' },
      },
      user: { allowCamera: true, allowMicrophone: true, allowScreenShare: false },
    },
    customI18NLabels: [
      { language: 'en-us', localizedLabels: [{ key: 'MessengerHomeHeaderTitle', value: 'Good day' }] },
    ],
  });
  new genesyscloud.WebdeploymentsDeployment(stack, 'web-site', {
    name: 'Web site',
    description: 'www.example.com',
    configuration: { id: messenger.id, version: messenger.version },
    allowAllDomains: false,
    allowedDomains: ['www.example.com'],
    flowId: flow.id,
    pushIntegrations: [{ id: platform.id, provider: 'FCM' }],
  });
};

const addOneOfEveryDataSource = (stack: Construct): void => {
  const byName = { name: 'Support' };
  const data = (name: string) => `data-${name}`;

  new genesyscloud.DataGenesyscloudArchitectDatatable(stack, data('table'), byName);
  new genesyscloud.DataGenesyscloudArchitectEmergencygroup(stack, data('evacuation'), byName);
  new genesyscloud.DataGenesyscloudArchitectIvr(stack, data('ivr'), byName);
  new genesyscloud.DataGenesyscloudArchitectSchedulegroups(stack, data('schedules'), byName);
  new genesyscloud.DataGenesyscloudArchitectSchedules(stack, data('hours'), byName);
  new genesyscloud.DataGenesyscloudArchitectUserPrompt(stack, data('prompt'), byName);
  new genesyscloud.DataGenesyscloudAuthDivision(stack, data('division'), byName);
  new genesyscloud.DataGenesyscloudAuthDivisionHome(stack, data('home'));
  new genesyscloud.DataGenesyscloudAuthRole(stack, data('role'), byName);
  new genesyscloud.DataGenesyscloudFlow(stack, data('flow'), { ...byName, type: 'workflow' });
  new genesyscloud.DataGenesyscloudFlowMilestone(stack, data('milestone'), byName);
  new genesyscloud.DataGenesyscloudFlowOutcome(stack, data('outcome'), byName);
  new genesyscloud.DataGenesyscloudGroup(stack, data('group'), byName);
  const integration = new genesyscloud.DataGenesyscloudIntegration(stack, data('integration'), byName);
  new genesyscloud.DataGenesyscloudIntegrationAction(stack, data('action'), {
    ...byName,
    integrationId: integration.id,
  });
  new genesyscloud.DataGenesyscloudIntegrationCredential(stack, data('credential'), byName);
  new genesyscloud.DataGenesyscloudIntegrationCustomAuthAction(stack, data('token'), {
    parentIntegrationId: integration.id,
  });
  new genesyscloud.DataGenesyscloudIntegrationWebhook(stack, data('webhook'), byName);
  new genesyscloud.DataGenesyscloudOauthClient(stack, data('client'), byName);
  new genesyscloud.DataGenesyscloudOrganizationsMe(stack, data('org'));
  new genesyscloud.DataGenesyscloudProcessautomationTrigger(stack, data('trigger'), byName);
  new genesyscloud.DataGenesyscloudRoutingLanguage(stack, data('language'), byName);
  new genesyscloud.DataGenesyscloudRoutingQueue(stack, data('queue'), byName);
  new genesyscloud.DataGenesyscloudRoutingSkill(stack, data('skill'), byName);
  new genesyscloud.DataGenesyscloudRoutingSmsAddress(stack, data('address'), byName);
  new genesyscloud.DataGenesyscloudRoutingWrapupcode(stack, data('code'), byName);
  new genesyscloud.DataGenesyscloudTelephonyProvidersEdgesDid(stack, data('number'), { phoneNumber: '+33123456789' });
  new genesyscloud.DataGenesyscloudTelephonyProvidersEdgesDidPool(stack, data('numbers'), {
    startPhoneNumber: '+33123456780',
    endPhoneNumber: '+33123456789',
  });
  new genesyscloud.DataGenesyscloudUser(stack, data('user'), { email: 'ada@example.com' });
  new genesyscloud.DataGenesyscloudWebdeploymentsConfiguration(stack, data('messenger'), byName);
  new genesyscloud.DataGenesyscloudWebdeploymentsDeployment(stack, data('web-site'), byName);
};
