import { chance } from '../../../../src/emulator/runtime/chance';
import { VirtualClock } from '../../../../src/emulator/runtime/clock';
import type { DataActionResult } from '../../../../src/emulator/runtime/data-actions/data-action-runner';
import { DataActions } from '../../../../src/emulator/runtime/data-actions/data-actions';
import { Runtime } from '../../../../src/emulator/runtime/runtime';
import type { HttpRequest, Send } from '../../../../src/emulator/runtime/services/http';
import { Services } from '../../../../src/emulator/runtime/services/send-to-services';
import type { Service } from '../../../../src/emulator/runtime/services/service';
import type { defaultLimits } from '../../../../src/emulator/limits/limits';
import { addFirstContent } from '../../../../src/emulator/state/first-content';
import type { JsonObject } from '../../../../src/emulator/state/json';
import { Org } from '../../../../src/emulator/state/org';
import { MONDAY_NOON } from './living-org';

/** What is special about the data action of a test. */
export interface Setting {
  readonly config?: JsonObject;
  readonly contract?: { readonly input?: JsonObject; readonly output?: JsonObject };
  readonly credential?: { readonly type: string; readonly fields: Readonly<Record<string, string>> };
  readonly integrationType?: string;
  /** How requests leave the org. @default to the services */
  readonly send?: Send;
  readonly limits?: typeof defaultLimits;
  readonly ownApi?: (request: HttpRequest, clientId: string | undefined) => { status: number; body: string };
}

/** One data action `Find`, its services, and a way to ask it. */
export function asking(services: Readonly<Record<string, Service>>, setting: Setting = {}) {
  const clock = new VirtualClock(MONDAY_NOON);
  let ids = 0;
  const org = new Org({ now: () => new Date(clock.now()), newId: () => `id-${(ids += 1)}` });
  addFirstContent(org);
  let doubles: Services | undefined;
  let actions: DataActions | undefined;
  const runtime = new Runtime({
    org,
    clock,
    chance: chance(1),
    ...(setting.limits ? { settings: { limits: setting.limits } } : {}),
    dataActions: (of) => {
      doubles = new Services({ services, clock, chance: chance(2), log: of.log });
      const { ownApi } = setting;
      actions = new DataActions(of, {
        send: setting.send ?? doubles.send,
        ...(ownApi ? { ownApi: (request, clientId) => ({ headers: {}, ...ownApi(request, clientId) }) } : {}),
      });
      return actions;
    },
  });
  if (setting.credential) {
    const { type, fields } = setting.credential;
    org.put('credential', { id: 'credential', name: 'Login', type: { name: type }, fieldNames: Object.keys(fields) });
    org.putSecret('credential', fields);
  }
  org.put('integration', {
    id: 'integration',
    name: 'Customers',
    integrationType: { id: setting.integrationType ?? 'custom-rest-actions' },
    intendedState: 'ENABLED',
    configVersion: 1,
    ...(setting.credential ? { credentials: { basicAuth: { id: 'credential' } } } : {}),
  });
  org.put('dataAction', {
    id: 'find',
    name: 'Find',
    category: 'Customers',
    integrationId: 'integration',
    secure: false,
    version: 1,
    config: {
      timeoutSeconds: 5,
      ...setting.config,
    },
    contract: {
      input: { inputSchema: setting.contract?.input ?? {} },
      output: { successSchema: setting.contract?.output ?? {} },
    },
  });
  const ask = (inputs: JsonObject = {}, { isSecure = false } = {}): DataActionResult => {
    let result: DataActionResult | undefined;
    runtime.dataActions.execute({ actionId: 'find', inputs, place: {}, isSecure })((came) => {
      result = came;
    });
    clock.runNow(() => result !== undefined);
    if (!result) throw new Error('the data action never ended');
    return result;
  };
  return {
    ask,
    org,
    clock,
    runtime,
    requests: () => doubles?.received.map(({ request }) => request) ?? [],
    test: (inputs: JsonObject) => {
      const action = org.get('dataAction', 'find');
      if (!actions || !action) throw new Error('there is one');
      const steps = actions.test(action, inputs);
      let next = steps.next();
      while (next.done !== true) {
        let value: unknown;
        let came = false;
        next.value((answer) => {
          value = answer;
          came = true;
        });
        clock.runNow(() => came);
        next = steps.next(value);
      }
      return next.value;
    },
  };
}

/** A configuration that gets customers from the service `alpha`. */
export const get = (more: JsonObject = {}, response: JsonObject = {}): JsonObject => ({
  request: { requestType: 'GET', requestUrlTemplate: 'https://alpha.example/customers', ...more },
  response,
});
