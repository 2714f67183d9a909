import { Option } from 'commander';
import type { OpenApplication } from '../application/open-application';
import type { ServicesDescription } from '../testing/services/description';
import { complainAbout } from './output';

/** `--services FILE` */
export const servicesOption = (): Option =>
  new Option(
    '--services <file>',
    'YAML with what stands behind the data actions, over what the application says (docs/services.md)',
  );

/** The services of a file, without an application around it. Prints what is wrong, and makes the exit code 2. */
export async function describedIn(file: string | undefined): Promise<ServicesDescription | 'wrong'> {
  if (file === undefined) return { services: {} };
  const { readServicesFile } = await import('../testing/services/read');
  const { services, findings } = readServicesFile(file);
  if (services) return services;
  complainAbout(findings);
  process.exitCode = 2;
  return 'wrong';
}

/**
 * The services of the file of `--services`, or none without a file. Prints what is wrong with the file, and makes the
 * exit code 2.
 */
export async function describedServices(
  file: string | undefined,
  { application, settings }: OpenApplication,
): Promise<ServicesDescription | 'wrong'> {
  if (file === undefined) return { services: {} };
  const { readServicesFile } = await import('../testing/services/read');
  const { services, findings } = readServicesFile(file, {
    kinds: application.serviceKinds ?? {},
    names: Object.keys(application.services?.(settings) ?? {}),
  });
  if (services) return services;
  complainAbout(findings);
  process.exitCode = 2;
  return 'wrong';
}
