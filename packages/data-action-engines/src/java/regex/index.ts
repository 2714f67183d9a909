import { type Work } from '../work';
import { type Match, PatternRun } from './match';
import { parsePattern } from './parse';
import { type Pattern, PatternError } from './tree';

export { parsePattern } from './parse';
export { type Pattern, PatternError } from './tree';

/** `text.matches(pattern)`: whether the whole text is a match. */
export function matchesWhole(text: string, pattern: Pattern, work: Work): boolean {
  return new PatternRun(pattern, text, work).whole() !== undefined;
}

/** Whether a part of the text is a match. */
export const searchMatch = (text: string, pattern: Pattern, work: Work): boolean =>
  new PatternRun(pattern, text, work).find(0) !== undefined;

function* matchesIn(text: string, pattern: Pattern, work: Work): Generator<Match> {
  const run = new PatternRun(pattern, text, work);
  for (let from = 0; from <= text.length;) {
    const match = run.find(from);
    if (!match) return;
    yield match;
    const [start, end] = match[0];
    from = end === start ? end + 1 : end;
  }
}

/** `replaceAll` and `replaceFirst`: `$1`, `${name}` and `\` in the replacement mean what they mean in Java. */
export function replaceMatches(text: string, regex: string, by: string, most: number, work: Work): string {
  const pattern = parsePattern(regex);
  let result = '';
  let copied = 0;
  let count = 0;
  for (const match of matchesIn(text, pattern, work)) {
    if (count >= most) break;
    count += 1;
    const [start, end] = match[0];
    result += text.slice(copied, start) + replacement(by, text, match, pattern);
    work.fits(result.length);
    copied = end;
  }
  return work.text(result + text.slice(copied));
}

function replacement(by: string, text: string, match: Match, pattern: Pattern): string {
  let result = '';
  for (let at = 0; at < by.length;) {
    const character = by.charAt(at);
    if (character === '\\') {
      if (at + 1 >= by.length) throw new PatternError('ends with a \\ that escapes nothing', at);
      result += by.charAt(at + 1);
      at += 2;
    } else if (character === '$') {
      const [group, end] = groupAt(by, at, pattern);
      const place = match[group];
      result += place ? text.slice(...place) : '';
      at = end;
    } else {
      result += character;
      at += 1;
    }
  }
  return result;
}

/** The group a `$…` of a replacement means, and where it ends. As many digits count as there are groups. */
function groupAt(by: string, at: number, pattern: Pattern): readonly [number, number] {
  const name = /^\$\{([A-Za-z][A-Za-z0-9]*)\}/.exec(by.slice(at));
  if (name) {
    const group = pattern.names.get(name[1] ?? '');
    if (group === undefined) throw new PatternError(`has no group named ${name[1] ?? ''}`, at);
    return [group, at + name[0].length];
  }
  if (!/^\d/.test(by.charAt(at + 1))) throw new PatternError('has a $ that names no group; write \\$ for a dollar', at);
  let end = at + 2;
  let group = Number(by.charAt(at + 1));
  if (group > pattern.groups) throw new PatternError(`has no group ${group}`, at);
  for (; /^\d/.test(by.charAt(end)); end += 1) {
    const longer = group * 10 + Number(by.charAt(end));
    if (longer > pattern.groups) break;
    group = longer;
  }
  return [group, end];
}

/** `split(regex, limit)`: with a limit of 0 empty pieces at the end are dropped. */
export function splitText(text: string, regex: string, limit: number, work: Work): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const match of matchesIn(text, parsePattern(regex), work)) {
    if (pieces.length === limit - 1) break;
    const [start, end] = match[0];
    // An empty match at the beginning splits nothing off.
    if (end === 0) continue;
    pieces.push(work.text(text.slice(from, start)));
    from = end;
  }
  if (pieces.length === 0) return [text];
  pieces.push(text.slice(from));
  if (limit === 0) while (pieces.at(-1) === '') pieces.pop();
  return pieces;
}
