import type { Finding } from '../ground/finding';

const error = (rule: string, message: string, help: string): Finding =>
  Object.freeze({ rule, severity: 'error', message, help });

export const applicationMissing = (folder: string): Finding =>
  error(
    'application-missing',
    `there is no flowcdk.config.ts in ${folder} or in a folder above it`,
    'Run the command in the folder of a project, name the file with --app, or begin a project with "flowcdk init my-line".',
  );

export const noSuchConfiguration = (file: string): Finding =>
  error('application-missing', `there is no ${file}`, 'Name the configuration of a project: flowcdk.config.ts.');

export const configurationWithoutApplication = (file: string): Finding =>
  error(
    'application-missing',
    `${file} does not export an application`,
    'It has to end in "export default application({ … })", with application from "flowcdk".',
  );
