import { relative } from 'node:path';
import { boundedFindings } from '../ground/bounded-findings';
import type { Finding } from '../ground/finding';

/** Colours for a terminal, nothing elsewhere; `NO_COLOR` switches them off, `FORCE_COLOR` on. */
export interface Style {
  readonly strong: (text: string) => string;
  readonly quiet: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly warn: (text: string) => string;
  readonly good: (text: string) => string;
}

const code = (open: number, close: number) => (text: string) => `\u001b[${open}m${text}\u001b[${close}m`;
const asItIs = (text: string): string => text;

const coloured: Style = {
  strong: code(1, 22),
  quiet: code(2, 22),
  bad: code(31, 39),
  warn: code(33, 39),
  good: code(32, 39),
};
const plain: Style = { strong: asItIs, quiet: asItIs, bad: asItIs, warn: asItIs, good: asItIs };

export function styleFor(stream: { readonly isTTY?: boolean }): Style {
  if (process.env['NO_COLOR']) return plain;
  return stream.isTTY || process.env['FORCE_COLOR'] ? coloured : plain;
}

export const print = (line = ''): void => void process.stdout.write(`${line}\n`);
export const complain = (line: string): void => void process.stderr.write(`${line}\n`);

/** One line, the data as JSON. */
export const printJson = (data: unknown): void => print(JSON.stringify(data, null, 2));

/** All findings, each with its place, what is wrong and what to do. */
export function complainAbout(findings: readonly Finding[]): void {
  const style = styleFor(process.stderr);
  const { shown: first, more } = boundedFindings(findings);
  for (const finding of first) complain(findingLines(finding, style));
  for (const { rule, count: left } of more) complain(`  and ${left} more of ${rule}`);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  const counts = [errors > 0 ? count(errors, 'error') : '', warnings > 0 ? count(warnings, 'warning') : ''];
  complain(`\n${counts.filter((text) => text !== '').join(', ')}`);
}

function findingLines({ severity, rule, message, help, path, at: inText, definedAt }: Finding, style: Style): string {
  const word = severity === 'error' ? style.bad('error') : style.warn('warning');
  const at = definedAt ?? inText;
  const place = at && `${shown(at.file)}:${at.line}:${at.column}`;
  const where = [place, path].filter((text) => text !== undefined).join('  ');
  return [
    where === '' ? '' : style.strong(where),
    `  ${word} ${message} ${style.quiet(`(${rule})`)}`,
    help === undefined ? '' : `        ${style.quiet(help)}`,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** Files inside the current folder are named from it. */
function shown(file: string): string {
  const path = relative(process.cwd(), file);
  return path === '' || path.startsWith('..') ? file : path;
}

/** `1 action`, `2 actions` */
export const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;
