import { isLimitName, limitNames, type LimitValues } from '../emulator/limits/limits';
import type { Consistency } from '../emulator/runtime/conversation/participant-data';
import type { Service } from '../emulator/runtime/services/service';
import { defined, type OrUndefined } from '../ground/defined';
import { didYouMean } from '../ground/did-you-mean';
import type { StubOptions } from '../stubs/options';
import { KitProblem } from './kit-problem';
import type { LocalOrgSettings } from './org-settings';
import { named } from './test-mistakes';

/** How the org of a test lives: its services, its clock, its chance and its limits. */
export interface LocalOrgOptions {
  /**
   * Files, patterns or folders with Architect YAML: `['flows/**\/*.yaml']`. The org gets these flows instead of an
   * application, a stub of everything that they name, and a number for each flow that takes calls.
   */
  readonly flows?: readonly string[] | undefined;
  /** The values of placeholders in `flows`, by name. @default the name of each */
  readonly substitutions?: Readonly<Record<string, string>> | undefined;
  /** What stands in for things that `flows` name, where the usual stub does not do. */
  readonly stubs?: StubOptions | undefined;
  /** Which settings overlay an application is opened with: `settings.<environment>.yaml`. @default none */
  readonly environment?: string | undefined;
  /**
   * What stands behind the URLs of data actions: by host (`alpha.customers.example`), by what the host begins with
   * (`alpha`, in any case), or by the beginning of the URL.
   * @default the stand-ins of the application; without one a data action that asks a service fails and says so
   */
  readonly services?: Readonly<Record<string, Service>> | undefined;
  /**
   * A file that describes services, over those of the application: YAML as for `--services` of the commands. It does not go
   * with `services`.
   */
  readonly servicesFile?: string | undefined;
  /** What answers a data action instead of the service behind it, by the name of the data action. */
  readonly faults?: Readonly<Record<string, Service>> | undefined;
  /**
   * Whether requests go over the network instead: to real services, or to some that listen on this machine. The clock
   * stands still meanwhile; an answer takes the time that its `Server-Timing` header tells, or none.
   * @default false
   */
  readonly overNetwork?: boolean | undefined;
  /** How many events are kept to be read later; older ones go. With 0 nothing that services got is kept either. @default all */
  readonly keepEvents?: number | undefined;
  /** When participant data becomes visible to others. @default 'strict' */
  readonly consistency?: Consistency | undefined;
  /** Of everything that is left to chance. @default 1 */
  readonly seed?: number | undefined;
  /** When the test begins. @default what the application says; else Monday, 5 January 2026, 10:00 UTC */
  readonly at?: Date | undefined;
  /** Limits of the platform that count; one that is not named is as every organisation has it. @default 'real': all as every organisation has them; 'off' for none */
  readonly limits?: 'real' | 'off' | OrUndefined<Partial<LimitValues>> | undefined;
  /** What the org has before the application is applied, as in a seed file. @default one agent */
  readonly has?: string | undefined;
  /** Values of Terraform variables. @default a made-up text for each */
  readonly variables?: Readonly<Record<string, string>> | undefined;
  /** How the org lives besides. */
  readonly settings?: LocalOrgSettings | undefined;
}

const CONSISTENCIES = ['strict', 'eventual', 'hostile'];

/** Throws a {@link KitProblem} where an option has a value it cannot have. */
export function checkOptions({ at, seed, consistency, limits, services, servicesFile }: LocalOrgOptions): void {
  if (services && servicesFile !== undefined)
    throw new KitProblem('services and servicesFile exclude each other: describe all services in one of the two');
  if (at !== undefined && Number.isNaN(at.getTime()))
    throw new KitProblem("at is no date; write it as new Date('2026-01-05T10:00:00Z')");
  if (seed !== undefined && !Number.isSafeInteger(seed))
    throw new KitProblem(`seed is ${seed}; expected a whole number`);
  if (consistency !== undefined && !CONSISTENCIES.includes(consistency))
    throw new KitProblem(`consistency is '${String(consistency)}'; there are ${named(CONSISTENCIES)}`);
  if (typeof limits !== 'object') return;
  for (const [name, value] of Object.entries(defined(limits))) {
    if (!isLimitName(name)) {
      const near = didYouMean(name, limitNames);
      const meant = near === undefined ? '' : ` Did you mean ${near}?`;
      throw new KitProblem(`limits: there is no limit '${name}'.${meant} There are ${limitNames.join(', ')}`);
    }
    if (value !== Infinity && !(Number.isSafeInteger(value) && value >= 1))
      throw new KitProblem(`limits: ${name} is ${value}; expected a whole number from 1, or Infinity`);
  }
}
