import { Service } from '../../emulator/runtime/services/service';
import { buildServices } from './build';
import type { ServiceDescription, ServicesDescription } from './description';
import type { ServiceKinds } from './kinds';

/** The stand-in for one service, and where the service is if its name is not its host. */
export type StandIn = Service | ServiceDescription | PlacedStandIn;

/** What stands in for a service, and where the service is. */
export interface PlacedStandIn {
  /** Where the service is: a host, what a host begins with, or the beginning of a URL. */
  readonly at: string;
  readonly is: Service | ServiceDescription;
}

/** What stands behind the URLs of data actions, by names that files of services can use. */
export type StandIns = Readonly<Record<string, StandIn>>;

const isPlaced = (standIn: StandIn): standIn is PlacedStandIn => !(standIn instanceof Service) && 'is' in standIn;

/** Stand-ins, ready to answer. */
export interface PlacedServices {
  /** The stand-ins by the address of the service. */
  readonly services: Readonly<Record<string, Service>>;
  /** The address of each service by name. */
  readonly places: ReadonlyMap<string, string>;
}

/** What overrides the services of the application. */
export interface PlaceOptions {
  /** Kinds of the application's own. */
  readonly kinds?: ServiceKinds | undefined;
  /** Services that override those of the application with the same names. */
  readonly described?: ServicesDescription | undefined;
}

/**
 * The services of an application. A service of a file overrides the application's service of the same name. Other names
 * are hosts, beginnings of hosts, or beginnings of URLs.
 *
 * @example
 * ```ts
 * const { services } = placedServices({ crm: { at: 'https://crm.example', is: respondsWith({}) } });
 * const org = await localOrg({ services });
 * ```
 */
export function placedServices(
  standIns: StandIns,
  { kinds = {}, described = { services: {} } }: PlaceOptions = {},
): PlacedServices {
  const entries = Object.entries(standIns).map(([name, standIn]) =>
    isPlaced(standIn) ? ([name, standIn.at, standIn.is] as const) : ([name, name, standIn] as const),
  );
  const places = new Map(entries.map(([name, at]) => [name, at]));
  const ready = entries.flatMap(([name, , is]) => (is instanceof Service ? [[name, is] as const] : []));
  const descriptions = entries.flatMap(([name, , is]) => (is instanceof Service ? [] : [[name, is] as const]));
  const services = { ...Object.fromEntries(descriptions), ...described.services };
  const built = Object.entries(buildServices({ services }, kinds));
  return {
    places,
    services: Object.fromEntries([...ready, ...built].map(([name, service]) => [places.get(name) ?? name, service])),
  };
}
