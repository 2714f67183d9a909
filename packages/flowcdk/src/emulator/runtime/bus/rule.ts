import { type EventPattern, type ReadPattern, readPattern } from '../../../event-bridge';
import type { BusEvent } from './bus-event';
import { BusProblem } from './bus-event';
import type { BusTarget, SendToTarget } from './target';

/** How often and how long EventBridge tries a target. */
export interface RetryPolicy {
  /** Seconds from 60 to 86 400. @default 86 400, a day */
  readonly maximumEventAgeInSeconds?: number | undefined;
  /** From 0 to 185. @default 185 */
  readonly maximumRetryAttempts?: number | undefined;
}

/** A rule of a bus. */
export interface BusRuleOptions {
  /** Which events. @default all */
  readonly pattern?: EventPattern | undefined;
  readonly target: BusTarget;
  readonly retry?: RetryPolicy | undefined;
  /**
   * Whether events that the target did not take go to a dead-letter queue. Without one they are lost. `keptFor`: the
   * retention of the queue in seconds, from 60 to 1 209 600. @default false; with true four days, as SQS has it
   */
  readonly deadLetters?: boolean | { readonly keptFor: number } | undefined;
  /** The suffix of the event source whose bus has the rule. @default the only associated one */
  readonly bus?: string | undefined;
}

/** A rule that was checked. */
export interface BusRule {
  readonly name: string;
  /** The name of the event source. */
  readonly bus: string;
  readonly options: BusRuleOptions;
  readonly pattern: ReadPattern;
  readonly send: SendToTarget;
  /** Milliseconds. */
  readonly maximumAge: number;
  readonly maximumRetries: number;
  /** Milliseconds; undefined without a dead-letter queue. */
  readonly deadLettersKeptFor: number | undefined;
}

const DAY = 86_400;
const DEAD_LETTERS_KEPT_FOR = 4 * DAY;
const ANYTHING: EventPattern = { version: ['0'] };

/** Checks a rule. @throws EventPatternError, BusProblem */
export function busRule(name: string, bus: string, options: BusRuleOptions, send: SendToTarget): BusRule {
  if (!/^[\w.-]{1,64}$/.test(name))
    throw new BusProblem(
      `a rule has 1 to 64 letters, digits, dots, hyphens and underscores as its name, not '${name}'`,
    );
  const { pattern = ANYTHING, retry = {}, deadLetters = false } = options;
  const { maximumEventAgeInSeconds: age = DAY, maximumRetryAttempts: retries = 185 } = retry;
  const keptFor =
    deadLetters === false ? undefined : deadLetters === true ? DEAD_LETTERS_KEPT_FOR : deadLetters.keptFor;
  within('retry.maximumEventAgeInSeconds', age, 60, DAY);
  within('retry.maximumRetryAttempts', retries, 0, 185);
  if (keptFor !== undefined) within('deadLetters.keptFor', keptFor, 60, 14 * DAY);
  return {
    name,
    bus,
    options,
    pattern: readPattern(pattern),
    send,
    maximumAge: age * 1000,
    maximumRetries: retries,
    deadLettersKeptFor: keptFor === undefined ? undefined : keptFor * 1000,
  };
}

function within(what: string, value: number, least: number, most: number): void {
  if (!Number.isInteger(value) || value < least || value > most)
    throw new BusProblem(`${what} is ${value}; expected a whole number from ${least} to ${most}`);
}

/** An event in a dead-letter queue, with the attributes that EventBridge adds (documented). */
export interface DeadLetter {
  readonly event: BusEvent;
  readonly rule: string;
  /** When it came into the queue, milliseconds since 1970. */
  readonly at: number;
  readonly attributes: {
    readonly RULE_ARN: string;
    readonly ERROR_CODE: string;
    readonly ERROR_MESSAGE: string;
    readonly RETRY_ATTEMPTS: string;
    readonly EXHAUSTED_RETRY_CONDITION?: 'MaximumRetryAttempts' | 'MaximumEventAgeInSeconds';
  };
}
