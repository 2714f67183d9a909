import { readIndex, readParameter } from './parse-expression';
import { type TextSource } from './text-source';
import { type Expression, type Reference, type Step } from './tree';

/** A dollar with what belongs to it: backslashes in front, more dollars, a quiet mark. */
const opening = /\\*\$(?:\\*\$)*!?(?=\{?[A-Za-z_])/y;
const identifier = /[A-Za-z_][A-Za-z0-9_-]*/y;

/** Reads a reference; undefined where the dollar begins none. */
export function readReference(source: TextSource): Reference | undefined {
  const prefix = source.take(opening);
  return prefix === undefined ? undefined : readReferenceAfter(source, prefix);
}

/** Reads what follows the dollar. */
export function readReferenceAfter(source: TextSource, prefix: string): Reference {
  const start = source.at - prefix.length;
  const slashes = /^\\*/.exec(prefix)?.[0].length ?? 0;
  const dollar = prefix.lastIndexOf('$');
  const formal = source.take(/\{/y) !== undefined;
  const root = source.must(identifier, 'a name');
  if (root === 'true' || root === 'false') throw source.wrong(`${root} cannot be the name of a reference`);
  const steps = source.nested(() => readSteps(source));
  if (formal) source.must(/\}/y, '} at the end of the reference');
  return {
    kind: 'reference',
    root,
    steps,
    quiet: prefix.endsWith('!'),
    escaped: slashes % 2 === 1,
    backslashes: '\\'.repeat(Math.floor(slashes / 2)),
    dollars: prefix.slice(slashes, dollar),
    source: source.text.slice(start + Math.max(0, dollar), source.at),
    offset: source.base + start + dollar,
  };
}

function readSteps(source: TextSource): readonly Step[] {
  const steps: Step[] = [];
  for (;;) {
    const offset = source.base + source.at;
    if (source.take(/\[/y) !== undefined) {
      steps.push({ kind: 'index', index: readIndex(source), offset });
    } else if (source.take(/\.(?=[A-Za-z])/y) !== undefined) {
      const name = source.must(identifier, 'a name');
      // A parenthesis at the very end, or one around nothing but a bare word, is text.
      if (source.take(/\((?!$)(?!(?!(?:true|false)\))[A-Za-z_][\w-]*\))/y) === undefined)
        steps.push({ kind: 'property', name });
      else steps.push({ kind: 'method', name, arguments: readArguments(source), offset });
    } else return steps;
  }
}

/** The arguments of a method; the opening parenthesis has been read. */
function readArguments(source: TextSource): readonly Expression[] {
  if (source.take(/\)/y) !== undefined) return [];
  const list = [readParameter(source)];
  while (source.take(/,/y) !== undefined) list.push(readParameter(source));
  source.must(/\)/y, ') behind the arguments');
  return list;
}
