import type { Clock } from '../emulator/runtime/clock';
import { service, type Service } from '../emulator/runtime/services/service';
import type { Org } from '../emulator/state/org';
import type { DataAction } from '../emulator/state/tables/data-action';
import { addressOfStub, resultSchemaOf, STUBS } from './data-action-stub';
import { inventedOfSchema } from './invented';

/** The data actions of an org that are stubs. */
export const stubbedActions = (org: Org): readonly DataAction[] =>
  org.all('dataAction').filter(({ config }) => config.request?.requestUrlTemplate?.startsWith(STUBS) === true);

/** What a service of a stub may be named by: the name of the data action, with or without its category. */
export const namesOfStub = ({ category, name }: Pick<DataAction, 'category' | 'name'>): readonly string[] => [
  `${category} / ${name}`,
  name,
];

/** Services with the answers of stubs among them, by their addresses. */
export interface StubServices {
  readonly services: Readonly<Record<string, Service>>;
  /** The address of each stub by its names. */
  readonly places: ReadonlyMap<string, string>;
}

/**
 * The services of an org, where the name of a stub means the service that answers it. A stub that no service has the
 * name of gives invented values.
 */
export function withStubs(org: Org, clock: Clock, services: Readonly<Record<string, Service>>): StubServices {
  const actions = stubbedActions(org);
  const places = new Map<string, string>();
  const answers: Record<string, Service> = {};
  for (const action of actions) {
    const address = addressOfStub(action.category, action.name);
    const names = namesOfStub(action);
    // Of two data actions with one name, each answers to its category and name.
    for (const name of names) if (!places.has(name)) places.set(name, address);
    const named = names.find((name) => Object.hasOwn(services, name));
    answers[address] = (named === undefined ? undefined : services[named]) ?? inventing(action, clock);
  }
  const others = Object.entries(services).filter(([name]) => !places.has(name));
  return { services: { ...Object.fromEntries(others), ...answers }, places };
}

const inventing = (action: DataAction, clock: Clock): Service =>
  service(() => ({ body: inventedOfSchema(resultSchemaOf(action), '', { now: clock.now() }) }));
