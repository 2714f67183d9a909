/**
 * Services as data: how applications and files of services describe what stands behind the URLs of data actions.
 *
 * @module flowcdk/testing/services
 */
export { buildServices, latencyOf } from './build';
export type {
  AnswerDescription,
  BotDescription,
  FaultDescription,
  FaultKind,
  LatencyDescription,
  ServiceDescription,
  ServicesDescription,
} from './description';
export {
  latencySchema,
  secondsSchema,
  type ServiceContext,
  type ServiceKind,
  serviceKind,
  type ServiceKinds,
  type ServiceProblem,
  servicesSchema,
  shareSchema,
} from './kinds';
export { fitsServicesSchema, readServicesFile, type ReadServices, type ReadServicesOptions, servicesIn } from './read';
export { bot, type Bot, type BotResult } from '../../emulator/runtime/services/bot';
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
} from '../../emulator/runtime/services/service';
export type { Chance } from '../../emulator/runtime/chance';
export type { HttpOutcome, HttpRequest } from '../../emulator/runtime/services/http';
export { fieldsOf, type Json, textOf } from '../../emulator/state/json';
export { type Listening, serve } from './serve';
export {
  type PlacedServices,
  type PlacedStandIn,
  placedServices,
  type PlaceOptions,
  type StandIn,
  type StandIns,
} from './stand-ins';
