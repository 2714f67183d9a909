import { percent, spreadText, table } from 'flowcdk/testing/traffic';
import { outcomes } from './callers';
import type { ComparedOption } from './compare';

/** The four options, one in a line. */
export const comparisonTable = (options: readonly ComparedOption[]): string =>
  table([
    ['', 'waits for it, s', 'in silence, s', 'greeted', 'known to', 'slots', 'data actions', 'API calls'],
    ['', 'p50 / p95 / p99', 'p50 / p95 / p99', 'by name', 'the agent', 'at peak', 'per call', 'per call'],
    ...options.map(({ option, name, measured: m }) => [
      `${option} ${name}`,
      spreadText(m.wait),
      spreadText(m.silence),
      percent(m.outcomes[outcomes.greeted] ?? 0),
      percent(m.outcomes[outcomes.known] ?? 0),
      String(m.peakSlots),
      (m.dataActions / Math.max(1, m.calls)).toFixed(1),
      (m.apiCalls / Math.max(1, m.calls)).toFixed(1),
    ]),
  ]);

/** What breaks first, one option in a line. */
export const breakingTable = (options: readonly ComparedOption[]): string =>
  table(
    options.map(({ option, name, breaks, triedUpTo }) => [
      `${option} ${name}`,
      breaks ? `${breaks.callsPerMinute} calls in the minute before` : `nothing up to ${triedUpTo} calls a minute`,
      breaks ? `${breaks.limit} (${breaks.value})` : '',
    ]),
    true,
  );
