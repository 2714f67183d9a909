import { findComments } from '../architect/yaml/comments';
import type { Finding, Severity } from '../ground/finding';
import { didYouMean } from '../ground/did-you-mean';
import { excerptOf } from './excerpt';
import type { FlowFile } from './project';
import type { Rule } from './rule';

/** Findings of a rule that somebody has looked at and accepted, with the reason. */
export interface Silence {
  readonly rule: string;
  /** `support-line / Ask / *`; `*` stands for anything. */
  readonly path: string;
  readonly reason: string;
}

interface Options {
  readonly silenced: readonly Silence[];
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  readonly rules: readonly Rule[];
}

/** The rule about silencing itself. It has no listeners; its findings come from this file. */
export const SILENCING = 'silencing';

/**
 * Removes findings that are silenced in the text (`# flowcdk-disable-next-line rule -- reason`) or by path. Adds
 * findings about silencing without a reason, without a rule, or without effect.
 */
export function withoutSilenced(findings: readonly Finding[], files: readonly FlowFile[], options: Options): Finding[] {
  const directives = files.flatMap((file) => directivesIn(file));
  const used = new Set<Directive | Silence>();
  const byLine = new Map<string, Directive[]>();
  for (const directive of directives) {
    const place = placeOf(directive.file.file, directive.line);
    byLine.set(place, [...(byLine.get(place) ?? []), directive]);
  }
  const kept = findings.filter((finding) => {
    const here = finding.at && byLine.get(placeOf(finding.at.file, finding.at.line));
    const silencer = here?.find((d) => covers(d, finding)) ?? options.silenced.find((s) => coversPath(s, finding));
    if (silencer) used.add(silencer);
    return !silencer;
  });
  const watcher = options.rules.find(({ name }) => name === SILENCING);
  const override = options.severities[SILENCING];
  if (!watcher || override === 'off') return kept;
  const severity = override ?? watcher.severity;
  const silencingFinding = ([message, help]: SilencingProblem, place: Partial<Finding> = {}): Finding => ({
    rule: SILENCING,
    severity,
    message,
    help,
    ...place,
  });
  const isOff = (name: string): boolean => options.severities[name] === 'off';
  return [
    ...kept,
    ...directives
      .filter((directive) => !used.has(directive))
      .map((directive) => ({ directive, problem: problemOf(directive, options.rules) }))
      .filter(({ directive, problem }) => problem !== unused || !directive.rules.every(isOff))
      .map(({ directive: { file, offset, length }, problem }) =>
        silencingFinding(problem, excerptOf(file, undefined, { offset, length })),
      ),
    ...options.silenced
      .filter((silence) => !used.has(silence) && !isOff(silence.rule))
      .map(({ rule, path }) => silencingFinding([`nothing of ${rule} is found at ${JSON.stringify(path)}`, unused[1]])),
  ];
}

interface Directive {
  readonly file: FlowFile;
  readonly offset: number;
  readonly length: number;
  readonly rules: readonly string[];
  readonly reason: string;
  /** The line it is about. */
  readonly line: number;
}

const MARK = 'flowcdk-disable-next-line';

function directivesIn(file: FlowFile): readonly Directive[] {
  if (!file.text.includes(MARK)) return [];
  // The directives of a block of comments are about one line, which is looked for once.
  let next = { offset: 0, line: 0 };
  const lineBehind = (offset: number): number => {
    if (offset >= next.offset) next = lineAfter(file, offset);
    return next.line;
  };
  return findComments(file.text).flatMap(({ text, offset, ownLine }) => {
    const [, rest] = new RegExp(`^#+\\s*${MARK}\\b(.*)$`).exec(text) ?? [];
    if (rest === undefined || !ownLine) return [];
    const separator = rest.indexOf('--');
    const names = (separator < 0 ? rest : rest.slice(0, separator)).split(/[\s,]+/).filter((name) => name !== '');
    const reason = separator < 0 ? '' : rest.slice(separator + 2).trim();
    return [{ file, offset, length: text.length, rules: names, reason, line: lineBehind(offset) }];
  });
}

/** The next line that is neither empty nor a comment: several directives may stand above each other. */
function lineAfter({ text, lines }: FlowFile, from: number): { readonly offset: number; readonly line: number } {
  const next = /\r?\n(?:[ \t]*(?:#[^\r\n]*)?\r?\n)*/g;
  next.lastIndex = from;
  if (next.exec(text) === null) return { offset: Number.POSITIVE_INFINITY, line: Number.POSITIVE_INFINITY };
  return { offset: next.lastIndex, line: lines.positionAt(next.lastIndex).line };
}

const placeOf = (file: string, line: number): string => `${line} ${file}`;

const covers = ({ rules, reason }: Directive, { rule }: Finding): boolean => reason !== '' && rules.includes(rule);

const coversPath = ({ rule, path, reason }: Silence, finding: Finding): boolean =>
  reason.trim() !== '' && finding.rule === rule && matches(path, finding.path ?? '');

/** Matches the pieces between the stars one after another, so that no pattern can be slow. */
function matches(pattern: string, path: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return pattern === path;
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const piece of rest) {
    const start = path.indexOf(piece, at);
    if (start < 0) return false;
    at = start + piece.length;
  }
  return path.length - at >= last.length && path.endsWith(last);
}

type SilencingProblem = readonly [message: string, help: string];

const unused: SilencingProblem = ['there is nothing to silence here', 'Remove it, or it will hide the next finding.'];

function problemOf({ rules: named, reason }: Directive, rules: readonly Rule[]): SilencingProblem {
  const names = rules.map(({ name }) => name);
  const unknown = named.find((name) => !names.includes(name));
  if (named.length === 0) return [`${MARK} names no rule`, `Write # ${MARK} rule-name -- reason.`];
  if (unknown !== undefined) {
    const meant = didYouMean(unknown, names);
    return [
      `there is no rule ${unknown}`,
      meant === undefined ? 'docs/rules lists them all.' : `Did you mean ${meant}?`,
    ];
  }
  if (reason === '')
    return ['silenced without a reason', `Write why behind two dashes: # ${MARK} ${named[0]} -- reason.`];
  return unused;
}
