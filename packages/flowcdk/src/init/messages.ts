import type { Finding } from '../ground/finding';

const error = (rule: string, message: string, help: string): Finding =>
  Object.freeze({ rule, severity: 'error', message, help });

export const folderNotEmpty = (folder: string, names: readonly string[]): Finding => {
  const shown = names.slice(0, 3).join(', ');
  const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
  return error(
    'folder-not-empty',
    `${folder} is not empty: it has ${shown}${more}`,
    'Name a folder that does not exist yet, or an empty one (a .git may be in it): flowcdk init my-line.',
  );
};

export const notAFolder = (folder: string): Finding =>
  error('folder-not-usable', `${folder} is a file`, 'Name a folder that does not exist yet: flowcdk init my-line.');

export const folderNotUsable = (folder: string, reason: string): Finding =>
  error(
    'folder-not-usable',
    `the project cannot be written to ${folder}: ${reason}`,
    'Name a folder you may write to: flowcdk init my-line.',
  );

export const packagesNotPacked = (reason: string): Finding =>
  error(
    'packages-not-packed',
    `the packages of Flowcdk cannot be made for the project: ${reason}`,
    'Nothing was written. npm has to be on the PATH; in a clone of Flowcdk, run "npm ci" first.',
  );
