import {
  callRoute,
  type Definition,
  queue,
  scheduleGroup,
  seconds,
  stack,
  type StackDefinition,
  wrapupCode,
} from 'flowcdk';
import { identifyCaller, type Lookup } from '../../flows/identify-caller';
import { supportLine } from '../../flows/support-line';
import { supportLineClosed } from '../../flows/support-line-closed';
import { asDigits, asE164, asNational } from '../../flows/telephone-number';
import { alpha, findInAlpha } from '../../data-actions/find-in-alpha';
import { beta, findInBeta } from '../../data-actions/find-in-beta';
import { findInGamma, gamma } from '../../data-actions/find-in-gamma';
import { flowLauncher, launchIdentification } from '../../data-actions/launch-identification';
import type { DatabaseName, LineSettings, Settings } from '../settings';

/** Everything that recognises callers: flows, lookups, queues and the numbers that lead to them. */
export const callerIdentification = (settings: Settings): StackDefinition =>
  stack('caller-identification', definitions(settings));

function definitions(settings: Settings): readonly Definition[] {
  const { databases, division, supportLine: support, identification } = settings;
  const lookups = lookupsOf(settings);
  const inOrder = databases.order.map((name) => lookups[name]);
  const identify = identifyCaller({ division, lookups: inOrder.map(({ lookup }) => lookup) });
  const launcher = flowLauncher({ role: identification.launchRole });
  const launch = launchIdentification({ integration: launcher, workflow: identify });

  const wrapupCodes = support.wrapUpCodes.map((name) => wrapupCode({ name }));
  const queues = support.queues.map(({ name, description, afterCallWorkTimeout }) =>
    queue({ name, description, wrapupCodes, afterCallWorkTimeout: seconds(afterCallWorkTimeout) }),
  );
  const queueNamed = (name: string) => queues.find((q) => q.name === name) ?? queue({ name });
  const schedules = scheduleGroup({
    name: 'Support line',
    timeZone: support.openingHours.timeZone,
    open: support.openingHours,
    holidays: support.openingHours.holidays,
  });

  const lines = support.lines.flatMap((line, i) => {
    const name = lineName(line, i);
    const spoken = { division, language: line.language, voice: line.voice };
    const open = supportLine({
      ...spoken,
      name,
      texts: line.texts,
      launch,
      reasons: support.reasons.map(({ key, queue: target, priority }) => ({
        key,
        priority,
        queue: queueNamed(target),
      })),
      defaultQueue: queueNamed(support.defaultQueue),
      deadline: seconds(identification.deadline),
      lookEvery: seconds(identification.lookEvery),
      screenPop: support.screenPop,
    });
    const closed = supportLineClosed({
      ...spoken,
      name: `${name}-closed`,
      text: line.texts.closed,
      error: line.texts.error,
    });
    const numbers = { numbers: line.numbers, openHours: open, closedHours: closed, holidayHours: closed, schedules };
    return [open, closed, callRoute({ name, ...numbers })];
  });

  const databaseDefinitions = inOrder.flatMap(({ definitions }) => definitions);
  return [...databaseDefinitions, launcher, identify, launch, ...wrapupCodes, ...queues, schedules, ...lines];
}

/** The first line has the name of the flow; the others say their language. */
const lineName = ({ language }: LineSettings, i: number): string =>
  i === 0 ? 'support-line' : `support-line-${language}`;

export interface DatabaseLookup {
  readonly lookup: Lookup;
  readonly definitions: readonly Definition[];
}

/** The data actions that ask the databases, by database. */
export function lookupsOf({ databases }: Settings): Readonly<Record<DatabaseName, DatabaseLookup>> {
  const { alpha: a, beta: b, gamma: g } = databases;
  const timeouts = { a: seconds(a.timeout), b: seconds(b.timeout), g: seconds(g.timeout) };
  const gammaIntegration = gamma({ loginUrl: g.loginUrl });
  const inAlpha = findInAlpha({ baseUrl: a.baseUrl, timeout: timeouts.a });
  const inBeta = findInBeta({ baseUrl: b.baseUrl, timeout: timeouts.b });
  const inGamma = findInGamma({ baseUrl: g.baseUrl, timeout: timeouts.g, integration: gammaIntegration });
  return {
    alpha: {
      lookup: {
        name: 'Alpha',
        dataAction: inAlpha,
        numberFormat: asE164,
        nobodyIs404: false,
        timeout: timeouts.a,
      },
      definitions: [alpha, inAlpha],
    },
    beta: {
      lookup: {
        name: 'Beta',
        dataAction: inBeta,
        numberFormat: asNational(b),
        nobodyIs404: false,
        timeout: timeouts.b,
      },
      definitions: [beta, inBeta],
    },
    gamma: {
      lookup: {
        name: 'Gamma',
        dataAction: inGamma,
        numberFormat: asDigits,
        nobodyIs404: true,
        timeout: timeouts.g,
      },
      definitions: [gammaIntegration, inGamma],
    },
  };
}
