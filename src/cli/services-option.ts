import { Option } from 'commander';
import { complainAbout } from './output';
import type { ServicesDescription } from '../story/services/description';

/** `--services FILE` */
export const servicesOption = (): Option =>
  new Option(
    '--services <file>',
    'YAML with what stands behind the data actions, over the shipped ones (docs/services.md)',
  );

/** The file of `--services`; what is wrong with it is told here, and makes the exit code 2. */
export async function describedServices(file: string | undefined): Promise<ServicesDescription | 'wrong'> {
  const [{ readServicesFile }, { overShipped }] = await Promise.all([
    import('../story/services/read'),
    import('../story/services/shipped'),
  ]);
  if (file === undefined) return overShipped(undefined);
  const { services, findings } = readServicesFile(file);
  if (services) return overShipped(services);
  complainAbout(findings);
  process.exitCode = 2;
  return 'wrong';
}
