/**
 * Many calls to an application, in virtual time, and what is measured of them.
 *
 * @module flowcdk/testing/traffic
 */
export { busyHour, type BusyHour, type BusyHourOptions } from './busy-hour';
export { arrivals, type Caller, type Callers, callersOf, rising, Telephones } from './callers';
export { type ManyCalls, manyCalls } from './many-calls';
export type { Measured, ReachedLimit, Spread } from './measures';
export { chart, percent, spreadText, table } from './tables';
