import { chance } from '../emulator/runtime/chance';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long the day is, in milliseconds. */
export const DAY = 24 * HOUR;

/** How many calls come in each hour of the day, beside each other: few at night, most before noon. */
const HOURS = [1, 1, 1, 1, 1, 2, 4, 8, 12, 14, 14, 12, 10, 12, 13, 12, 10, 8, 6, 4, 3, 2, 1, 1];
const ALL_HOURS = HOURS.reduce((sum, weight) => sum + weight, 0);
/** The share of the calls that the busiest hour has. */
export const BUSIEST_HOUR = Math.max(...HOURS) / ALL_HOURS;

/** One in so many callers hangs up before a queue. */
const IMPATIENT = 20;

/** A call of the day. */
export interface CallOfDay {
  /** Milliseconds from midnight. */
  readonly at: number;
  /** The caller hangs up while the line greets, before any queue. */
  readonly isImpatient: boolean;
}

/** The calls of a day, in order. The same seed gives the same day. */
export function callsOfDay(calls: number, seed: number): readonly CallOfDay[] {
  const luck = chance(`${seed}/calls of the day`);
  return Array.from({ length: calls }, () => {
    let weight = luck.next() * ALL_HOURS;
    const hour = HOURS.findIndex((own) => (weight -= own) < 0);
    return { at: Math.floor((hour + luck.next()) * HOUR), isImpatient: luck.next() * IMPATIENT < 1 };
  }).sort((a, b) => a.at - b.at);
}

/** A time, in milliseconds from midnight. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What goes wrong on the day. */
export interface Troubles {
  /** The sockets are cut, and no new one opens for so long. */
  readonly cuts: readonly Stretch[];
  /** The receiver of records takes nothing. */
  readonly outage?: Stretch;
  /** The event bus takes nothing. */
  readonly busOutage?: Stretch;
  /** The receiver begins anew. The process of the listener dies without a farewell. */
  readonly restart?: Stretch;
  /** The share of events that come twice, from 0 to 1. */
  readonly duplicated: number;
  /** The share of events that come late, from 0 to 1. */
  readonly delayed: number;
  /** How late they come at most, in milliseconds. */
  readonly delay: number;
}

/** A day on which all goes well. */
export const NO_TROUBLES: Troubles = { cuts: [], duplicated: 0, delayed: 0, delay: 0 };

/** The troubles of a day, all of them while many people call. The same seed gives the same troubles. */
export function troublesOfDay(seed: number): Troubles {
  const luck = chance(`${seed}/troubles of the day`);
  const stretch = (earliest: number, latest: number, length: number): Stretch => {
    const from = Math.floor((earliest + luck.next() * (latest - earliest)) * HOUR);
    return { from, to: from + length };
  };
  return {
    cuts: [stretch(7, 9, 2 * MINUTE), stretch(12, 13, MINUTE), stretch(18, 20, 5 * MINUTE)],
    outage: stretch(9, 10, 2 * HOUR),
    restart: stretch(13, 15, MINUTE),
    busOutage: stretch(15, 17, HOUR),
    duplicated: 0.01,
    delayed: 0.01,
    delay: 10 * MINUTE,
  };
}
