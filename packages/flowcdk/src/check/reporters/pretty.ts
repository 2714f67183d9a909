import { boundedFindings, type MoreFindings } from '../../ground/bounded-findings';
import type { Finding } from '../../ground/finding';
import { countOf, type Report, type Reporter, type Style } from './report';
import { shownFile } from './shown-file';

/**
 * For people: grouped by file, each finding with its place, the text it is about, and what to do.
 *
 * ```
 * flows/support.yaml
 *   12:14  error  there is no task with the refId "Lookup"  dangling-reference
 *          Support / Ask / Look them up
 *          │ targetTaskRef: ./tasks/task[Lookup]
 *          │                ^^^^^^^^^^^^^^^^^^^^
 *          Did you mean Look up? There are: Look up, Goodbye.
 *
 * 1 error in 1 of 3 files
 * ```
 */
export const pretty: Reporter = (report, style) => {
  const { shown, more } = boundedFindings(report.findings, report.most);
  const sections = [...grouped(shown, report)].map(([title, findings]) => {
    const left = more.filter(({ file }) => titleOf(file, report) === title);
    return [
      style.strong(visible(title)),
      ...findings.map((finding) => shownFinding(finding, report, style)),
      ...left.map((each) => moreLine(each, style)),
    ].join('\n');
  });
  return [...sections, summary(report, style)].join('\n\n');
};

const moreLine = ({ rule, severity, count: left }: MoreFindings, style: Style): string => {
  const word = severity === 'error' ? style.bad('error') : style.warn('warning');
  return `  ${' '.repeat(PLACE_WIDTH)}  ${word}  and ${left} more of this rule  ${style.quiet(rule)}`;
};

const titleOf = (file: string | undefined, { folder }: Report): string =>
  file === undefined ? 'the application' : shownFile(file, folder);

function grouped(findings: readonly Finding[], report: Report): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const title = titleOf(finding.at?.file, report);
    const group = groups.get(title);
    if (group) group.push(finding);
    else groups.set(title, [finding]);
  }
  return groups;
}

function shownFinding(
  { rule, severity, message, help, path, at, definedAt, excerpt }: Finding,
  { folder }: Report,
  style: Style,
): string {
  const place = at ? `${at.line}:${at.column}` : '';
  const word = severity === 'error' ? style.bad('error') : style.warn('warning');
  const indent = ' '.repeat(2 + Math.max(place.length, PLACE_WIDTH) + 2);
  const lines = [
    `  ${place.padEnd(PLACE_WIDTH)}  ${word}  ${visible(message)}  ${style.quiet(rule)}`,
    ...(path === undefined ? [] : [`${indent}${visible(path)}`]),
    ...(definedAt ? [`${indent}${shownFile(definedAt.file, folder)}:${definedAt.line}:${definedAt.column}`] : []),
    ...(excerpt ? excerptLines(excerpt, style, severity).map((line) => `${indent}${line}`) : []),
    ...(help === undefined ? [] : [`${indent}${style.quiet(visible(help))}`]),
  ];
  return lines.join('\n');
}

const PLACE_WIDTH = 6;
const WIDEST = 100;
const BEFORE = 40;

/** The line and a caret under the culprit. A long line is cut to its surroundings. */
function excerptLines(excerpt: NonNullable<Finding['excerpt']>, style: Style, severity: Finding['severity']): string[] {
  const { text, column, length } = excerpt;
  const at = column - 1;
  const start = text.length <= WIDEST ? text.search(/\S|$/) : Math.max(0, at - BEFORE);
  const from = Math.min(start, at);
  const cut = text.slice(from, from + WIDEST);
  const shown = visible(cut);
  if (shown.trim() === '') return [];
  const before = width(visible(text.slice(from, at)));
  const culprit = width(visible(text.slice(at, Math.min(at + length, from + WIDEST))));
  const lead = from > 0 && text.length > WIDEST ? '…' : '';
  const tail = from + WIDEST < text.length ? '…' : '';
  const mark = severity === 'error' ? style.bad : style.warn;
  const bar = style.quiet('│');
  return [
    `${bar} ${lead}${shown}${tail}`,
    `${bar} ${' '.repeat(lead.length + before)}${mark('^'.repeat(Math.max(1, culprit)))}`,
  ];
}

/** Characters as a terminal counts most of them. */
const width = (text: string): number => [...text].length;

/** Control characters, line separators, and marks that turn the direction of writing. */
const harmful = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu;

/** Characters that could do harm must not reach a terminal. A tab becomes one space. */
const visible = (text: string): string =>
  text
    .replaceAll('\t', ' ')
    .replace(harmful, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

function summary({ findings, files }: Report, style: Style): string {
  const [errors, warnings] = [countOf(findings, 'error'), countOf(findings, 'warning')];
  if (findings.length === 0) return style.good(`nothing found in ${count(files, 'file')}`);
  const counts = [
    errors > 0 ? style.bad(count(errors, 'error')) : '',
    warnings > 0 ? style.warn(count(warnings, 'warning')) : '',
  ];
  const concerned = new Set(findings.flatMap(({ at }) => at?.file ?? [])).size;
  return `${counts.filter((text) => text !== '').join(', ')} in ${concerned} of ${count(Math.max(files, concerned), 'file')}`;
}
