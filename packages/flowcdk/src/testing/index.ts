/**
 * The testing kit: an application in an org in memory, calls to it, and the services behind it.
 *
 * ```ts
 * const org = await localOrg(app, { services: { alpha: respondsWith([]) } });
 * const call = org.call({ from: '+33142685300', to: '+442079460101' });
 * await call.untilHears(/what can we do/i);
 * call.presses('1');
 * await call.end({ agentAnswersAfter: seconds(20), wrapUp: 'Resolved' });
 * ```
 *
 * @module flowcdk/testing
 */
export type { Deployable } from './application';
export { type BrokenRun, type Exploration, explore, type ExploreOptions } from './explore';
export { type FailureCase, failurePack } from './failure-pack';
export { type CoveredFlow, coverageTable, FlowCoverage, flowCoverage } from './flow-coverage';
export { KitProblem } from './kit-problem';
export { localOrg, type LocalOrg, type ServiceLog } from './local-org';
export { type LocalOrgOptions } from './local-org-options';
export { matchers } from './matchers';
export type { CallbackAttempt, CallbackLog, TestCallback } from './callbacks';
export type { ScheduledCallback } from './flow-matchers';
export type { MessageLog, TestMessage } from './messages';
export type { EndOptions } from './rest-of-conversation';
export type { SentimentOptions, TestCall } from './test-call';
export type { Texting, TestThread } from './test-thread';
export type { BusDetail, BusEvent, BusFaults, LostEvent } from '../emulator/runtime/bus/bus-event';
export { BusProblem } from '../emulator/runtime/bus/bus-event';
export type { ArchiveOptions, ReplayOptions } from '../emulator/runtime/bus/archive';
export type { KnownSource, LocalBus } from '../emulator/runtime/bus/local-bus';
export type { BusRuleOptions, DeadLetter, RetryPolicy } from '../emulator/runtime/bus/rule';
export type { BusTarget } from '../emulator/runtime/bus/target';
export { type EventPattern, EventPatternError, patternProblems, readPattern, type ValuePattern } from '../event-bridge';
export type { Consistency } from '../emulator/runtime/conversation/participant-data';
export { defaultLimits, type LimitValues } from '../emulator/limits/limits';
export type {
  AgentConduct,
  CallbackConduct,
  CalleeConduct,
  DeliveryFaults,
  LocalOrgSettings,
  PersonConduct,
} from './org-settings';
export { chance, type Chance } from '../emulator/runtime/chance';
export type { HttpOutcome, HttpRequest } from '../emulator/runtime/services/http';
export { fieldsOf, type Json, textOf } from '../emulator/state/json';
export type { EventName, EventOf, LoggedEvent } from '../emulator/runtime/events';
export { bot, type Bot, type BotResult } from '../emulator/runtime/services/bot';
export {
  ServiceRequest,
  cutsConnection,
  failsWith,
  hangs,
  hugeBody,
  latencies,
  type Latency,
  malformed,
  respondsWith,
  Service,
  service,
  tooManyRequests,
} from '../emulator/runtime/services/service';
