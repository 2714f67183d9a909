import type { SourceLine } from '../ground/source-line';
import type { Finding } from '../ground/finding';
import { error } from '../ground/errors';

export const servicesUnreadable = (file: string, reason: string): Finding =>
  error('services-file', `${file} cannot be read: ${reason}`, {
    help: 'It is a YAML file that begins with "services:"; docs/services.md explains it.',
  });

export const servicesWrong = (path: string, message: string, help: string | undefined, at: SourceLine): Finding =>
  error('services-file', message, { help, path: path === '' ? undefined : path, at });
