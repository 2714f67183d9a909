/** What happens to a thing when the thing it refers to is deleted. */
export type WhenDeleted =
  /** The deletion is refused while it is there. */
  | 'refuse'
  /** It no longer refers to it. */
  | 'forget'
  /** It is deleted too. */
  | 'delete';

export interface Reference {
  readonly to: KindName;
  readonly whenDeleted: WhenDeleted;
  /** `*` is no id but stands for all of them. */
  readonly orAll?: boolean;
}

export interface Kind {
  /** What a message calls one of them. */
  readonly called: string;
  /**
   * Where it refers to others: `openSchedules[].id`; `[]` goes through a list or the values of a map. A list item that is to forget a reference goes as a whole, as does
   * the field the path begins with.
   */
  readonly refers: Readonly<Record<string, Reference>>;
  /** No two of them have the same name. */
  readonly uniqueName?: boolean;
}

export type KindName =
  | 'actionDraft'
  | 'credential'
  | 'dataAction'
  | 'datatable'
  | 'datatableJob'
  | 'datatableRow'
  | 'deletedUser'
  | 'didPool'
  | 'division'
  | 'emergencyGroup'
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
  | 'milestone'
  | 'oauthClient'
  | 'organization'
  | 'outcome'
  | 'prompt'
  | 'queue'
  | 'role'
  | 'schedule'
  | 'scheduleGroup'
  | 'site'
  | 'skill'
  | 'smsAddress'
  | 'token'
  | 'trigger'
  | 'user'
  | 'webConfiguration'
  | 'webDeployment'
  | 'wrapupCode';

const refused = (to: KindName): Reference => ({ to, whenDeleted: 'refuse' });
const forgotten = (to: KindName): Reference => ({ to, whenDeleted: 'forget' });
const deleted = (to: KindName): Reference => ({ to, whenDeleted: 'delete' });

/** What people and groups may do, where. */
const grants: Kind['refers'] = {
  'grants[].roleId': forgotten('role'),
  'grants[].divisionId': { ...refused('division'), orAll: true },
};
const division = { 'division.id': refused('division') };

/** Everything an organisation holds, and what of it refers to what. */
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
  // A token is told by its hash; tokens of a deleted client or user end with them.
  token: { called: 'token', refers: { clientId: deleted('oauthClient'), userId: deleted('user') } },
  credential: { called: 'credential', refers: {} },
  integration: { called: 'integration', refers: { 'credentials[].id': refused('credential') } },
  actionDraft: { called: 'draft of a data action', refers: { integrationId: deleted('integration') } },
  dataAction: { called: 'data action', refers: { integrationId: deleted('integration') } },
  flow: {
    called: 'flow',
    // What its published version names. Data actions and queues may go while a flow names them: the flow then fails.
    refers: {
      ...division,
      'bound.flow[]': refused('flow'),
      'bound.schedule[]': refused('schedule'),
      'bound.scheduleGroup[]': refused('scheduleGroup'),
      'bound.emergencyGroup[]': refused('emergencyGroup'),
      'bound.milestone[]': refused('milestone'),
      'bound.prompt[]': refused('prompt'),
    },
  },
  flowVersion: { called: 'version of a flow', refers: { flowId: deleted('flow') } },
  // What was done to a flow, for its history.
  flowEvent: { called: 'event of a flow', refers: { flowId: deleted('flow') } },
  flowJob: { called: 'job', refers: {} },
  flowOperation: { called: 'operation', refers: { flowId: deleted('flow') } },
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
  datatableJob: { called: 'job', refers: { tableId: deleted('datatable') } },
  // A row is told by its table and its key.
  datatableRow: { called: 'row', refers: { tableId: deleted('datatable') } },
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

/** Kinds of which each has a name that flows use. */
export type NamedKind = Extract<
  KindName,
  | 'dataAction'
  | 'datatable'
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
  | 'wrapupCode'
>;

/** What the org calls the things flows refer to, by their type in a flow. It holds no contacts and no campaigns. */
export const kindOfReference: Readonly<Partial<Record<string, NamedKind>>> = {
  emergencyGroup: 'emergencyGroup',
  group: 'group',
  languageSkill: 'language',
  queue: 'queue',
  schedule: 'schedule',
  scheduleGroup: 'scheduleGroup',
  skill: 'skill',
  user: 'user',
  wrapupCode: 'wrapupCode',
};
