import { readFileSync } from 'node:fs';
import { type ExportedAction, readExport } from '../data-action';
import { complainAbout, complain } from './output';

/** The data actions of export files, in their order. Prints what is wrong with any of them, and sets the exit code. */
export function exportsIn(command: string, files: readonly string[]): readonly ExportedAction[] | undefined {
  const texts = files.map((file) => ({ file, text: textOf(file) }));
  const unread = texts.filter(({ text }) => text === undefined);
  if (unread.length > 0) {
    for (const { file } of unread) complain(`flowcdk ${command}: the file ${JSON.stringify(file)} cannot be read.`);
    process.exitCode = 2;
    return undefined;
  }
  const read = texts.map(({ file, text = '' }) => readExport(text, file));
  const findings = read.flatMap((each) => each.findings ?? []);
  if (findings.length === 0) return read.flatMap(({ action }) => action ?? []);
  complainAbout(findings);
  process.exitCode = 1;
  return undefined;
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
