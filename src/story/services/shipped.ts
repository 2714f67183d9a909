import type { ResolvedSettings } from '../../settings';
import type { Service } from '../../emulator/runtime/services/service';
import { buildServices } from './build';
import type { ServicesDescription } from './description';

/**
 * What stands behind the application where nobody says otherwise: half of the callers are in Alpha, of the others two
 * in five in Beta, of the rest half in Gamma, which fails at times. Latencies are made up, of an ordinary kind.
 */
export const shippedServices: ServicesDescription = {
  services: {
    alpha: { kind: 'database', knows: 0.5, latency: { median: 0.6, slowOneIn20: 1.8 } },
    beta: { kind: 'database', knows: 0.4, latency: { median: 1.4, slowOneIn20: 4 } },
    gamma: {
      kind: 'database',
      customers: [{ number: '+33142685300', id: 'G-3', name: 'Ada Lambert', tier: 'gold', language: 'en-us' }],
      knows: 0.5,
      latency: { median: 1.1, slowOneIn20: 4.5 },
      faults: [
        { fault: 'status', status: 503, share: 0.05 },
        { fault: 'hang', share: 0.02 },
      ],
    },
    login: { kind: 'database', latency: 0.3 },
    backOffice: { kind: 'answer', latency: 0.2 },
  },
};

/** The services of a description, each where the settings say it is; others are hosts and URLs of their own. */
export function placedServices(
  { databases, backOffice }: ResolvedSettings,
  description: ServicesDescription,
): Readonly<Record<string, Service>> {
  const places: Readonly<Record<string, string>> = {
    alpha: databases.alpha.baseUrl,
    beta: databases.beta.baseUrl,
    gamma: databases.gamma.baseUrl,
    login: databases.gamma.loginUrl,
    backOffice: backOffice.url,
  };
  return Object.fromEntries(
    Object.entries(buildServices(description)).map(([name, service]) => [places[name] ?? name, service]),
  );
}

/** What a file describes, over what ships: services it does not name are the shipped ones. */
export const overShipped = (description: ServicesDescription | undefined): ServicesDescription => ({
  services: { ...shippedServices.services, ...description?.services },
});
