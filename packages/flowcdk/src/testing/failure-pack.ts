import { seconds } from '../architect/types';
import { failsWith, hangs, malformed, type Service, tooManyRequests } from '../emulator/runtime/services/service';
import { section, type Stack } from '../apply/stack';
import { isValues, type Values } from '../apply/values';
import { isApplication } from '../application/application';
import { type Deployable, openedOnce, stacksOf } from './application';

/** One way in which one data action can go. */
export interface FailureCase {
  /** `Find customer in Beta: malformed` */
  readonly title: string;
  readonly dataAction: string;
  readonly what: 'success' | 'failure' | 'time-out' | '429' | 'malformed' | 'slow';
  /** For `localOrg`: what answers the data action instead of its service. Empty for `success`. */
  readonly faults: Readonly<Record<string, Service>>;
}

/**
 * Every data action of an application with each of its possible results, one at a time; the others work normally.
 * `slow` answers with an error just before the data action's own timeout, when the caller has waited longest.
 *
 * @example
 * ```ts
 * test.each(failurePack(app))('$title', async ({ faults }) => {
 *   const org = await localOrg(app, { faults });
 *   const call = org.call({ from: '+33142685300', to: '+442079460101' });
 *   await call.end();
 *   expect(call.events.map(({ type }) => type)).toContain('call.ended');
 * });
 * ```
 */
export function failurePack(application: Deployable): readonly FailureCase[] {
  return stacksOf(isApplication(application) ? openedOnce(application, '.', undefined) : application)
    .flatMap(dataActionsOf)
    .flatMap((action) => {
      const dataAction = String(action['name']);
      const timeout = Number(action['config_timeout_seconds'] ?? DEFAULT_TIMEOUT);
      const ways: readonly (readonly [FailureCase['what'], Service | undefined])[] = [
        ['success', undefined],
        ['failure', failsWith(500)],
        ['time-out', hangs()],
        ['429', tooManyRequests()],
        ['malformed', malformed()],
        ['slow', failsWith(503).after(seconds(timeout - 0.1))],
      ];
      return ways.map(([what, service]) => ({
        title: `${dataAction}: ${what}`,
        dataAction,
        what,
        faults: service ? { [dataAction]: service } : {},
      }));
    });
}

/** The timeout of an action without its own, in seconds (documented). */
const DEFAULT_TIMEOUT = 60;

function dataActionsOf(stack: Stack): readonly Values[] {
  const resources = section(stack, 'resource')['genesyscloud_integration_action'];
  return isValues(resources) ? Object.values(resources).filter(isValues) : [];
}
