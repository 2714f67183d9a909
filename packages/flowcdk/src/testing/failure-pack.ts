import { seconds } from '../architect/types';
import { failsWith, hangs, malformed, type Service, tooManyRequests } from '../emulator/runtime/services/service';
import { section, type Stack } from '../apply/stack';
import { isValues, type Values } from '../apply/values';
import { isApplication } from '../application/application';
import { FlowFiles } from '../stubs/flow-files';
import { thingsNamedIn } from '../stubs/named-things';
import { type Deployable, isDeployable, openedOnce, stacksOf } from './application';
import { flowsOfFiles } from './flows-of-files';
import type { LocalOrgOptions } from './local-org-options';

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
 * Every data action of an application, or of flows from files (`{ flows: ['flows/*.yaml'] }`), with each of its possible results, one at a time; the others work normally.
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
export function failurePack(application: Deployable | FlowsToTest): readonly FailureCase[] {
  return dataActionsIn(application).flatMap(({ dataAction, timeout }) => {
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

/** Flows from files, as `localOrg` takes them. */
type FlowsToTest = Required<Pick<LocalOrgOptions, 'flows'>> & Pick<LocalOrgOptions, 'substitutions' | 'stubs'>;

/** A data action by its name, and its timeout in seconds. */
interface Failing {
  readonly dataAction: string;
  readonly timeout: number;
}

function dataActionsIn(application: Deployable | FlowsToTest): readonly Failing[] {
  const flows = isDeployable(application) ? application : flowsOfFiles(application.flows ?? [], application);
  if (flows instanceof FlowFiles) {
    const named = thingsNamedIn(flows.files).filter(({ kind }) => kind === 'dataAction');
    return [...new Set(named.map(({ name }) => name))].map((dataAction) => ({ dataAction, timeout: DEFAULT_TIMEOUT }));
  }
  return stacksOf(isApplication(flows) ? openedOnce(flows, '.', undefined) : flows)
    .flatMap(dataActionsOf)
    .map((action) => ({
      dataAction: String(action['name']),
      timeout: Number(action['config_timeout_seconds'] ?? DEFAULT_TIMEOUT),
    }));
}

/** The timeout of an action without its own, in seconds (documented). */
const DEFAULT_TIMEOUT = 60;

function dataActionsOf(stack: Stack): readonly Values[] {
  const resources = section(stack, 'resource')['genesyscloud_integration_action'];
  return isValues(resources) ? Object.values(resources).filter(isValues) : [];
}
