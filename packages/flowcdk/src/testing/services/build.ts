import { milliseconds } from '../../architect/types';
import {
  cutsConnection,
  failsWith,
  hangs,
  hugeBody,
  latencies,
  type Latency,
  malformed,
  type Service,
  tooManyRequests,
} from '../../emulator/runtime/services/service';
import type {
  FaultDescription,
  FaultKind,
  LatencyDescription,
  ServiceDescription,
  ServicesDescription,
} from './description';
import { allKinds, type ServiceKinds } from './kinds';

/**
 * Builds the described services, under the same names.
 *
 * @example
 * ```ts
 * buildServices({ services: { crm: { kind: 'answer', body: { found: false }, latency: 0.4 } } });
 * ```
 */
export function buildServices(
  { services }: ServicesDescription,
  kinds: ServiceKinds = {},
): Readonly<Record<string, Service>> {
  const known = allKinds(kinds);
  const serviceNamed = (name: string): Service | undefined => {
    const description = services[name];
    return description && withFaults(description, bare(name, description));
  };
  const bare = (name: string, description: ServiceDescription): Service => {
    const kind = Object.hasOwn(known, description.kind) ? known[description.kind] : undefined;
    if (kind) return kind.build(description, { name, services, serviceNamed });
    throw new RangeError(
      `the service ${name} has the kind ${JSON.stringify(description.kind)}; kinds are ${Object.keys(known).join(', ')}`,
    );
  };
  return Object.fromEntries(
    Object.entries(services).map(([name, description]) => [name, withFaults(description, bare(name, description))]),
  );
}

function withFaults(description: ServiceDescription, bare: Service): Service {
  const slow = latencyOf(description.latency);
  const working = bare.after(slow);
  return (description.faults ?? []).reduceRight((service, fault) => {
    const broken = brokenBy(fault, slow, working);
    const rarely = fault.share === undefined ? broken : service.sometimes(fault.share, broken);
    return fault.first === undefined ? rarely : service.first(fault.first, rarely);
  }, working);
}

const broken: Readonly<Record<Exclude<FaultKind, 'missingField' | 'wrongType'>, (status: number) => Service>> = {
  status: (status) => failsWith(status),
  tooManyRequests,
  hang: hangs,
  cutConnection: cutsConnection,
  malformed,
  hugeBody,
};

function brokenBy({ fault, status = 503, field }: FaultDescription, slow: Latency, working: Service): Service {
  if (fault === 'missingField') return working.lacking(field);
  if (fault === 'wrongType') return working.mistyped(field);
  return broken[fault](status).after(slow);
}

/**
 * A latency in the form that services take.
 *
 * @example
 * ```ts
 * respondsWith({}).after(latencyOf({ median: 0.3, slowOneIn20: 2 }));
 * ```
 */
export const latencyOf = (described: LatencyDescription = 0): Latency =>
  typeof described === 'number'
    ? milliseconds(described * 1000)
    : latencies(milliseconds(described.median * 1000), milliseconds(described.slowOneIn20 * 1000));
