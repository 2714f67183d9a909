import { callRoute, queue, scheduleGroup, seconds, stack, type StackDefinition } from 'flowcdk';
import { findEverywhere } from '../../data-actions/find-everywhere';
import { byAService, inAFunction } from '../../flows/options/all-at-once';
import { oneAfterAnother } from '../../flows/options/one-after-another';
import type { Settings } from '../settings';
import { lookupsOf } from './caller-identification';

/**
 * The ways of identifying a caller that we did not choose, each behind a number of its own: to be compared with the
 * support line on a local org, never to be deployed.
 */
export const synchronousOptions = {
  oneAfterAnother: { flow: 'option-1-one-after-another', number: '+442079460901' },
  inAFunction: { flow: 'option-2-in-a-function', number: '+442079460902' },
  byAService: { flow: 'option-3-by-a-service', number: '+442079460903' },
} as const;

/** Where the function and the service are that ask all databases at once. */
export const everywhereUrls = {
  function: 'https://function.lookups.example',
  service: 'https://service.lookups.example',
} as const;

/** A function of the platform runs 15 seconds at most (documented). */
export const FUNCTION_SECONDS = 15;

/** The three flows, the data actions they call, and numbers that lead to them. */
export function options(settings: Settings): StackDefinition {
  const { databases, supportLine: support } = settings;
  const lookups = lookupsOf(settings);
  const inOrder = databases.order.map((name) => lookups[name]);
  const aFunction = findEverywhere({
    name: 'function',
    baseUrl: everywhereUrls.function,
    timeout: seconds(FUNCTION_SECONDS),
  });
  const aService = findEverywhere({
    name: 'service',
    baseUrl: everywhereUrls.service,
    timeout: seconds(FUNCTION_SECONDS),
  });

  const queues = support.queues.map(({ name }) => queue({ name }));
  const queueNamed = (name: string) => queues.find((candidate) => candidate.name === name) ?? queue({ name });
  const schedules = scheduleGroup({
    name: 'Options',
    timeZone: support.openingHours.timeZone,
    open: support.openingHours,
    holidays: support.openingHours.holidays,
  });

  const line = support.lines[0];
  if (!line) return stack('options', []);
  const conversation = {
    language: line.language,
    texts: line.texts,
    reasons: support.reasons.map(({ key, queue: target, priority }) => ({ key, priority, queue: queueNamed(target) })),
    defaultQueue: queueNamed(support.defaultQueue),
  };
  const timeout = seconds(FUNCTION_SECONDS + 1);
  const flows = [
    oneAfterAnother({
      ...conversation,
      name: synchronousOptions.oneAfterAnother.flow,
      lookups: inOrder.map(({ lookup }) => lookup),
    }),
    inAFunction({ ...conversation, name: synchronousOptions.inAFunction.flow, lookup: aFunction, timeout }),
    byAService({ ...conversation, name: synchronousOptions.byAService.flow, lookup: aService, timeout }),
  ];
  const numbers = Object.values(synchronousOptions);
  const routes = flows.map((flow, i) =>
    callRoute({
      name: flow.name,
      numbers: [numbers[i]?.number ?? ''],
      openHours: flow,
      closedHours: flow,
      holidayHours: flow,
      schedules,
    }),
  );
  return stack('options', [
    ...inOrder.flatMap(({ definitions }) => definitions),
    aFunction.integration,
    aFunction,
    aService.integration,
    aService,
    ...queues,
    schedules,
    ...flows,
    ...routes,
  ]);
}
