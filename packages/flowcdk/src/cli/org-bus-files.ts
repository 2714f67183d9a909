import { Option } from 'commander';
import { makeFolder } from '../files/make-folder';
import { complain } from './output';

/** `--bus-files FOLDER` */
export const busFilesOption = (): Option =>
  new Option('--bus-files <folder>', 'rules of the local event bus may write files there; without it, nowhere');

/** The folder of `--bus-files`, made where it is missing. Says why it cannot be, and sets the exit code. */
export function busFolderOf(folder: string | undefined): string | undefined | 'wrong' {
  if (folder === undefined) return undefined;
  try {
    makeFolder(folder);
    return folder;
  } catch (problem) {
    complain(`flowcdk org: --bus-files is no folder: ${problem instanceof Error ? problem.message : String(problem)}`);
    process.exitCode = 2;
    return 'wrong';
  }
}
