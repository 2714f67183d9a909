import { Option, InvalidArgumentError } from 'commander';
import { dirname, relative } from 'node:path';
import { findApplication } from '../application/find-application';
import { loadApplication } from '../application/load-application';
import type { OpenApplication } from '../application/open-application';
import { type AllowedNetwork, isHostPattern } from '../emulator/runtime/services/allowed-hosts';
import type { StandInsOfOrg } from '../emulator/runtime/services/send-within';
import type { Service } from '../emulator/runtime/services/service';
import { FlowcdkError, type Finding } from '../ground/finding';
import type { ServicesDescription } from '../testing/services/description';
import type { ApplicationOptions } from './application';
import { complainAbout } from './output';

/** `--allow-network [HOST…]` */
export const networkOption = (): Option =>
  new Option(
    '--allow-network [host...]',
    'hosts that data actions may really ask: crm.example, *.crm.example; without a host, any',
  ).argParser(networkHost);

function networkHost(text: string, before: AllowedNetwork | undefined): AllowedNetwork {
  if (!isHostPattern(text)) {
    throw new InvalidArgumentError(
      'A host is written without scheme and path: crm.example, crm.example:8443, *.crm.example.',
    );
  }
  return [...(Array.isArray(before) ? (before as readonly string[]) : []), text];
}

/** The hosts of `--allow-network`, as commander gives them: true where no host is named. */
export const networkOf = (option: AllowedNetwork | true | undefined): AllowedNetwork | undefined =>
  option === true ? 'any' : option;

interface Options extends ApplicationOptions {
  readonly services?: string | undefined;
}

/** What plays the services behind the data actions of an org, and where that comes from. */
export interface ServicesOfOrg {
  readonly load: StandInsOfOrg;
  /** The configuration or the file, as the user names it. Absent where nothing plays any service. */
  readonly from?: string;
}

/**
 * The stand-ins of the project around the working folder, at the addresses of all its environments: stacks of any of
 * them may be deployed to a local org. A file of `--services` overrides them. What the user named is read at once, so
 * that its mistakes end the command; the project by itself only when a data action first needs it. Prints what is wrong
 * and sets the exit code.
 */
export async function servicesOfOrg(options: Options): Promise<ServicesOfOrg | 'wrong'> {
  const { services: file, app, env } = options;
  const configuration = app ?? findApplication('.');
  let loading: ReturnType<StandInsOfOrg> | undefined;
  const load: StandInsOfOrg = () => (loading ??= standIns(configuration, options));
  const sources = [file, configuration === undefined ? undefined : relative(process.cwd(), configuration)];
  const from = sources.filter((source) => source !== undefined).join(' and ');
  const services = { load, ...(from === '' ? {} : { from }) };
  if (file === undefined && app === undefined && (env === undefined || configuration === undefined)) return services;
  try {
    await load();
    return services;
  } catch (problem) {
    if (!(problem instanceof FlowcdkError)) throw problem;
    complainAbout(problem.findings);
    process.exitCode = 2;
    return 'wrong';
  }
}

async function standIns(
  configuration: string | undefined,
  { services: file, env }: Options,
): Promise<Readonly<Record<string, Service>>> {
  const opened = configuration === undefined ? [] : await openedIn(configuration, env);
  const [first] = opened;
  const described = file === undefined ? undefined : await describedIn(file, first);
  const { placedServices } = await import('../testing/services/stand-ins');
  if (!first) return placedServices({}, { described }).services;
  const placed = opened.map(({ application, settings }) =>
    placedServices(application.services?.(settings) ?? {}, { kinds: application.serviceKinds, described }),
  );
  return Object.assign({}, ...placed.map(({ services }) => services)) as Readonly<Record<string, Service>>;
}

/** The application in the environment that is named, or in each that it has settings for. */
async function openedIn(configuration: string, env: string | undefined): Promise<readonly OpenApplication[]> {
  const loaded = await loadApplication({ file: configuration });
  if (!loaded.application) throw new FlowcdkError(loaded.findings);
  const { application, file } = loaded;
  const folder = dirname(file);
  const { openApplication } = await import('../application/open-application');
  const { environments } = await import('../settings/settings-file');
  const named = env === undefined ? [undefined, ...environments(folder)] : [env];
  const opened = named.map((environment) => openApplication(application, { folder, environment }));
  const working = opened.flatMap((each) => each.opened ?? []);
  if (working.length > 0) return working;
  throw new FlowcdkError(opened.flatMap(({ findings = [] }): readonly Finding[] => findings));
}

async function describedIn(file: string, opened: OpenApplication | undefined): Promise<ServicesDescription> {
  const { readServicesFile } = await import('../testing/services/read');
  const { services, findings } = readServicesFile(file, {
    kinds: opened?.application.serviceKinds ?? {},
    names: opened ? Object.keys(opened.application.services?.(opened.settings) ?? {}) : [],
  });
  if (services) return services;
  throw new FlowcdkError(findings);
}
