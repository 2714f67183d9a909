/** What happens to a thing when somebody deletes a thing that it refers to. */
export type WhenDeleted =
  /** The deletion is refused while the thing exists. */
  | 'refuse'
  /** The thing loses the reference. */
  | 'forget'
  /** The thing is deleted as well. */
  | 'delete';

export interface Reference {
  readonly to: KindName;
  readonly whenDeleted: WhenDeleted;
  /** The value `*` is not an id. It stands for all things of the kind. */
  readonly orAll?: boolean;
}

export interface Kind {
  /** The name of a thing of the kind in messages. */
  readonly called: string;
  /**
   * The paths of its references to other things, such as `openSchedules[].id`. `[]` goes through a list or the values
   * of a map. When a reference is forgotten, the whole list item goes, or the whole field at the start of the path.
   */
  readonly refers: Readonly<Record<string, Reference>>;
  /** No two things of the kind have the same name. */
  readonly uniqueName?: boolean;
  /**
   * So many of the newest are kept, because their number grows with every request of a pipeline (assumed: how long the
   * cloud keeps them is not known). @default all
   */
  readonly keepsNewest?: number;
}

export type KindName =
  | 'actionDraft'
  | 'attemptLimits'
  | 'callback'
  | 'contactList'
  | 'credential'
  | 'dataAction'
  | 'datatable'
  | 'datatableJob'
  | 'datatableRow'
  | 'decisionTable'
  | 'deletedUser'
  | 'didPool'
  | 'division'
  | 'emailDomain'
  | 'emergencyGroup'
  | 'externalContact'
  | 'flow'
  | 'flowEvent'
  | 'flowJob'
  | 'flowOperation'
  | 'flowVersion'
  | 'group'
  | 'integration'
  | 'ivr'
  | 'language'
  | 'location'
  | 'logLevel'
  | 'messageRecipient'
  | 'milestone'
  | 'oauthClient'
  | 'organization'
  | 'outcome'
  | 'person'
  | 'prompt'
  | 'queue'
  | 'receivedMessage'
  | 'role'
  | 'schedule'
  | 'scheduleGroup'
  | 'sentMessage'
  | 'sentiment'
  | 'site'
  | 'skill'
  | 'smsAddress'
  | 'smsNumber'
  | 'threadingWindow'
  | 'token'
  | 'trigger'
  | 'user'
  | 'utilizationLabel'
  | 'webConfiguration'
  | 'webDeployment'
  | 'wrapupCode';

const refused = (to: KindName): Reference => ({ to, whenDeleted: 'refuse' });
const forgotten = (to: KindName): Reference => ({ to, whenDeleted: 'forget' });
const deleted = (to: KindName): Reference => ({ to, whenDeleted: 'delete' });

const JOBS = 1_000;
/** Tokens that have not expired. */
const TOKENS = 10_000;
/** What calls and workflows leave behind grows with the traffic. */
const CONVERSATIONS = 10_000;

/** The roles of users and groups in divisions. */
const grants: Kind['refers'] = {
  'grants[].roleId': forgotten('role'),
  'grants[].divisionId': { ...refused('division'), orAll: true },
};
const division = { 'division.id': refused('division') };

/** All kinds of things in an organisation, with their references to each other. */
export const kinds: Readonly<Record<KindName, Kind>> = {
  organization: { called: 'organisation', refers: {} },
  division: { called: 'division', refers: {}, uniqueName: true },
  role: { called: 'role', refers: {}, uniqueName: true },
  oauthClient: {
    called: 'OAuth client',
    refers: {
      'roleDivisions[].roleId': forgotten('role'),
      'roleDivisions[].divisionId': { ...refused('division'), orAll: true },
    },
  },
  // The id of a token is its hash. The tokens of a deleted client or user are deleted with it.
  token: {
    called: 'token',
    refers: { clientId: deleted('oauthClient'), userId: deleted('user') },
    keepsNewest: TOKENS,
  },
  credential: { called: 'credential', refers: {} },
  integration: { called: 'integration', refers: { 'credentials[].id': refused('credential') } },
  actionDraft: { called: 'draft of a data action', refers: { integrationId: deleted('integration') } },
  dataAction: { called: 'data action', refers: { integrationId: deleted('integration') } },
  flow: {
    called: 'flow',
    // The things that the published version names. Others, such as data actions and emergency groups, can be deleted
    // while a flow names them; the flow then fails where it comes to them.
    refers: {
      ...division,
      'bound.flow[]': refused('flow'),
      'bound.schedule[]': refused('schedule'),
      'bound.scheduleGroup[]': refused('scheduleGroup'),
    },
  },
  flowVersion: { called: 'version of a flow', refers: { flowId: deleted('flow') } },
  // An entry in the history of a flow.
  flowEvent: { called: 'event of a flow', refers: { flowId: deleted('flow') } },
  flowJob: { called: 'job', refers: {}, keepsNewest: JOBS },
  flowOperation: { called: 'operation', refers: { flowId: deleted('flow') }, keepsNewest: JOBS },
  trigger: { called: 'trigger', refers: { 'target.id': refused('flow') } },
  wrapupCode: {
    called: 'wrap-up code',
    refers: { 'division.id': { ...refused('division'), orAll: true } },
    uniqueName: true,
  },
  user: {
    called: 'user',
    refers: {
      ...division,
      ...grants,
      'skills[].id': forgotten('skill'),
      'languages[].id': forgotten('language'),
    },
  },
  deletedUser: { called: 'deleted user', refers: {} },
  group: {
    called: 'group',
    refers: { 'owners[].id': forgotten('user'), 'memberIds[]': forgotten('user'), ...grants },
  },
  skill: { called: 'skill', refers: {}, uniqueName: true },
  language: { called: 'language', refers: {}, uniqueName: true },
  smsAddress: { called: 'SMS address', refers: {} },
  smsNumber: { called: 'SMS number', refers: { addressId: forgotten('smsAddress') } },
  messageRecipient: {
    called: 'message recipient',
    refers: { numberId: deleted('smsNumber'), 'flow.id': refused('flow') },
  },
  queue: {
    called: 'queue',
    refers: {
      ...division,
      'wrapupCodes[]': forgotten('wrapupCode'),
      'members[].id': forgotten('user'),
      'queueFlow.id': refused('flow'),
      'emailInQueueFlow.id': refused('flow'),
      'messageInQueueFlow.id': refused('flow'),
      'whisperPrompt.id': refused('prompt'),
      'onHoldPrompt.id': refused('prompt'),
    },
    uniqueName: true,
  },
  schedule: { called: 'schedule', refers: division, uniqueName: true },
  scheduleGroup: {
    called: 'schedule group',
    refers: {
      ...division,
      'openSchedules[].id': refused('schedule'),
      'closedSchedules[].id': refused('schedule'),
      'holidaySchedules[].id': refused('schedule'),
    },
    uniqueName: true,
  },
  emergencyGroup: {
    called: 'emergency group',
    refers: {
      ...division,
      'emergencyCallFlows[].emergencyFlow.id': refused('flow'),
      'emergencyCallFlows[].ivrs[].id': refused('ivr'),
    },
    uniqueName: true,
  },
  datatable: { called: 'data table', refers: division, uniqueName: true },
  datatableJob: { called: 'job', refers: { tableId: deleted('datatable') }, keepsNewest: JOBS },
  // The id of a row consists of its table and its key.
  datatableRow: { called: 'row', refers: { tableId: deleted('datatable') } },
  decisionTable: { called: 'decision table', refers: {}, uniqueName: true },
  prompt: { called: 'user prompt', refers: {}, uniqueName: true },
  outcome: { called: 'flow outcome', refers: division, uniqueName: true },
  milestone: { called: 'flow milestone', refers: division, uniqueName: true },
  logLevel: { called: 'log level', refers: { flowId: deleted('flow') } },
  webConfiguration: { called: 'web deployment configuration', refers: {} },
  webDeployment: {
    called: 'web deployment',
    refers: { 'configuration.id': refused('webConfiguration'), 'flow.id': refused('flow') },
  },
  didPool: { called: 'DID pool', refers: {} },
  externalContact: { called: 'external contact', refers: division },
  attemptLimits: { called: 'attempt limit', refers: {}, uniqueName: true },
  contactList: {
    called: 'contact list',
    refers: { ...division, 'attemptLimits.id': refused('attemptLimits') },
    uniqueName: true,
  },
  // The id of a domain is its name.
  emailDomain: { called: 'e-mail domain', refers: { 'customSMTPServer.id': forgotten('integration') } },
  // The ids of callbacks and sentiments are those of conversations, the id of a person is a number or an address.
  callback: { called: 'callback', refers: {}, keepsNewest: CONVERSATIONS },
  threadingWindow: { called: 'threading window', refers: {} },
  receivedMessage: { called: 'message', refers: {}, keepsNewest: CONVERSATIONS },
  sentMessage: { called: 'message', refers: {}, keepsNewest: CONVERSATIONS },
  sentiment: { called: 'sentiment', refers: {}, keepsNewest: CONVERSATIONS },
  person: { called: 'person', refers: {}, keepsNewest: CONVERSATIONS },
  utilizationLabel: { called: 'utilization label', refers: {}, uniqueName: true },
  location: { called: 'location', refers: { 'path[]': refused('location') }, uniqueName: true },
  site: { called: 'site', refers: { 'location.id': refused('location') }, uniqueName: true },
  ivr: {
    called: 'call route (IVR)',
    refers: {
      ...division,
      'openHoursFlow.id': refused('flow'),
      'closedHoursFlow.id': refused('flow'),
      'holidayHoursFlow.id': refused('flow'),
      'scheduleGroup.id': refused('scheduleGroup'),
    },
    uniqueName: true,
  },
};

export const isKindName = (name: string): name is KindName => Object.hasOwn(kinds, name);

/** The kinds that flows refer to by name. */
export type NamedKind = Extract<
  KindName,
  | 'contactList'
  | 'dataAction'
  | 'datatable'
  | 'decisionTable'
  | 'emergencyGroup'
  | 'flow'
  | 'group'
  | 'language'
  | 'milestone'
  | 'outcome'
  | 'prompt'
  | 'queue'
  | 'schedule'
  | 'scheduleGroup'
  | 'skill'
  | 'user'
  | 'utilizationLabel'
  | 'wrapupCode'
>;

/** The kinds of the org, by the types of references in flows. The org holds no contacts and no campaigns. */
export const kindOfReference: Readonly<Partial<Record<string, NamedKind>>> = {
  contactList: 'contactList',
  emergencyGroup: 'emergencyGroup',
  group: 'group',
  languageSkill: 'language',
  queue: 'queue',
  schedule: 'schedule',
  scheduleGroup: 'scheduleGroup',
  skill: 'skill',
  user: 'user',
  utilizationLabel: 'utilizationLabel',
  wrapupCode: 'wrapupCode',
};
