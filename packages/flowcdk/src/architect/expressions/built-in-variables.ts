/**
 * The variables that a flow has without a declaration: their types, and the kinds of flow that have them. Names marked
 * `seen` occur in published flows or in the client core of 2018. Names marked `unknown` are mentioned elsewhere but
 * occur in neither, so their types are not certain.
 */
import { type FlowKind } from '../../ground/flow-kinds';
import { MAX_DATE_TIME, MIN_DATE_TIME } from './date-time';
import { MAX_INTEGER } from './limits';
import { type, type Kind, type Type } from './types';
import { ConstantValue, DurationValue, type Value } from './values';

export interface BuiltInVariable {
  readonly name: string;
  readonly type: Type;
  readonly flows: readonly FlowKind[] | 'all';
  readonly basis: 'seen' | 'unknown';
  /** The value of a variable that never changes. */
  readonly constant?: Value;
}

const calls: readonly FlowKind[] = ['inboundCall', 'outboundCall', 'secureCall', 'inqueueCall'];
const inQueue: readonly FlowKind[] = ['inqueueCall'];
const outbound: readonly FlowKind[] = ['outboundCall'];
const messages: readonly FlowKind[] = ['inboundShortMessage', 'inqueueShortMessage', 'digitalBot', 'botFlow'];
const emails: readonly FlowKind[] = ['inboundEmail', 'inqueueEmail'];
const workitems: readonly FlowKind[] = ['workitem'];
const chats: readonly FlowKind[] = ['inboundChat'];
const surveys: readonly FlowKind[] = ['surveyInvite'];

function seen(name: string, kind: Kind, flows: readonly FlowKind[] | 'all'): BuiltInVariable {
  return { name, type: type(kind), flows, basis: 'seen' };
}

/** The type of the variable is not known, so every use of it is allowed. */
function unknown(name: string): BuiltInVariable {
  return { name, type: type('any'), flows: 'all', basis: 'unknown' };
}

function constant(name: string, kind: Kind, value: Value): BuiltInVariable {
  return { name, type: type(kind), flows: 'all', basis: 'seen', constant: value };
}

/** A group of constants, such as `Format.String` with its member `playChars`. */
function group(name: string, kind: Kind): BuiltInVariable {
  return constant(name, kind, new ConstantValue(kind, name));
}

export const builtInVariables: readonly BuiltInVariable[] = [
  seen('Call.Ani', 'string', calls),
  seen('Call.CalledAddress', 'string', calls),
  seen('Call.CalledAddressOriginal', 'string', calls),
  seen('Call.ConversationId', 'string', calls),
  seen('Call.RemoteName', 'string', calls),
  seen('Call.UUIData', 'string', calls),
  seen('Call.Language', 'string', calls),
  seen('Call.ExternalTag', 'string', calls),
  seen('Call.ExternalContactId', 'string', calls),
  seen('Interaction.Language', 'string', calls),
  seen('Interaction.Id', 'string', calls),
  seen('Call.CurrentQueue', 'queue', inQueue),
  seen('Call.EstimatedWaitTime', 'duration', inQueue),
  seen('Call.PositionInQueue', 'integer', inQueue),
  seen('Flow.HoldPrompt', 'prompt', inQueue),
  seen('Call.Campaign', 'campaign', outbound),
  seen('Call.ContactList', 'contactList', outbound),
  seen('Call.ContactId', 'string', outbound),
  seen('Call.Contact', 'contact', outbound),
  seen('Flow.WrapupCode', 'wrapupCode', outbound),
  seen('Flow.$lastInput', 'any', calls),
  seen('Flow.IsTest', 'boolean', 'all'),
  seen('Flow.StartDateTimeUtc', 'dateTime', 'all'),
  seen('Flow.Version', 'string', 'all'),
  seen('Flow.InvocationData', 'json', 'all'),
  unknown('Flow.InstanceId'),
  unknown('Flow.JobId'),
  unknown('Flow.ConversationId'),
  seen('Message.ConversationId', 'string', messages),
  seen('Message.Message', 'message', messages),
  seen('Message.IsNewConversation', 'boolean', messages),
  seen('Message.Language', 'string', messages),
  seen('Email.ConversationId', 'string', emails),
  seen('Email.Message', 'email', emails),
  seen('Chat.ConversationId', 'string', chats),
  seen('Chat.Guest', 'object', chats),
  seen('Survey.Url', 'string', surveys),
  seen('Survey.ConversationId', 'string', surveys),
  seen('Survey.CustomerContact', 'any', surveys),
  seen('Workitem.EventType', 'string', workitems),
  seen('Workitem.Workitem', 'workitem', workitems),
  constant('System.MaxInt', 'integer', MAX_INTEGER),
  constant('System.MinInt', 'integer', -MAX_INTEGER),
  constant('System.MaxDateTime', 'dateTime', MAX_DATE_TIME),
  constant('System.MinDateTime', 'dateTime', MIN_DATE_TIME),
  constant('System.MaxDuration', 'duration', new DurationValue(MAX_INTEGER)),
  constant('System.MinDuration', 'duration', new DurationValue(-MAX_INTEGER)),
  group('System.Languages', 'languages'),
  group('System.Regions', 'regions'),
  group('System.Currencies', 'currencies'),
  group('System.DateTime', 'daysOfWeek'),
  group('System.ConversationTypes', 'conversationTypes'),
  group('System.SurveyDispositions', 'surveyDispositions'),
  group('Format.Bool', 'boolFormats'),
  group('Format.Currency', 'currencyFormats'),
  group('Format.Date', 'dateFormats'),
  group('Format.Number', 'numberFormats'),
  group('Format.PhoneNumber', 'phoneNumberFormats'),
  group('Format.String', 'stringFormats'),
  group('Format.Time', 'timeFormats'),
  group('Format.TimePart', 'timeParts'),
  group('Language.Common', 'commonLanguageContexts'),
  group('Language.Gender', 'genderLanguageContexts'),
  group('Language.Quantity', 'quantityLanguageContexts'),
].map((variable) => Object.freeze(variable));

const byFoldedName: ReadonlyMap<string, BuiltInVariable> = new Map(
  builtInVariables.map((variable) => [variable.name.toLowerCase(), variable]),
);

/** The built-in variable of a name in any case. Prompts are found by {@link promptOrigin}. */
export function builtInVariable(name: string): BuiltInVariable | undefined {
  return byFoldedName.get(name.toLowerCase());
}

const promptScopes: Readonly<Record<string, 'user' | 'system'>> = {
  prompt: 'user',
  promptuser: 'user',
  promptsystem: 'system',
};

/** The origin of the prompt `Prompt.name` or `PromptSystem.name`. `undefined` for other scopes. */
export function promptOrigin(scope: string): 'user' | 'system' | undefined {
  const folded = scope.toLowerCase();
  return Object.hasOwn(promptScopes, folded) ? promptScopes[folded] : undefined;
}

const builtInScopes: ReadonlySet<string> = new Set([
  'call',
  'chat',
  'email',
  'survey',
  'message',
  'workitem',
  'interaction',
  'system',
  'format',
  'language',
  'slot',
  'common',
  'session',
]);

/** Whether the platform has, or may have, more names in a scope than this table. */
export function isOpenScope(scope: string): boolean {
  return builtInScopes.has(scope.toLowerCase());
}
