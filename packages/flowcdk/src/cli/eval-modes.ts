import { type Command, Option } from 'commander';
import { JsonSyntaxError, readJson } from '@flowcdk/data-action-engines/java';
import { JavaMap, type JavaValue } from '@flowcdk/data-action-engines/java';
import { collectInput, jsonArgument, memberOf } from './eval-input';
import { type PathResult, pathLine, pathResult, pathText } from './eval-jsonpath';
import { type TemplateResult, templateLine, templateResult } from './eval-template';
import { complain, print, styleFor } from './output';

/** What `flowcdk eval` evaluates besides expressions. */
export interface ModeOptions {
  /** The template, or true where it comes by standard input. */
  readonly template?: string | true;
  readonly jsonpath?: string | true;
  readonly input: JavaMap;
  readonly document?: JavaValue;
  readonly stdin?: boolean;
  readonly json?: boolean;
}

/** Adds the options of both modes. */
export const addModes = (command: Command): Command =>
  command
    .addOption(
      new Option('--template [text]', 'render a data action template as the platform does').conflicts([
        'jsonpath',
        'document',
        'var',
        'check',
      ]),
    )
    .addOption(
      new Option('--input <name=value|json>', 'an input of the template, or all of them; may be given more than once')
        .argParser(collectInput)
        .default(new JavaMap('hash'), 'none'),
    )
    .addOption(
      new Option('--jsonpath [path]', 'evaluate a JSONPath as the platform does').conflicts(['input', 'var', 'check']),
    )
    .addOption(new Option('--document <file|json>', 'what the path is evaluated on').argParser(jsonArgument));

export const isOtherMode = (options: ModeOptions): boolean =>
  options.template !== undefined || options.jsonpath !== undefined;

/** The lines of standard input. For a line that is too long, only its length. */
type Lines = (stream: NodeJS.ReadableStream) => AsyncIterable<string | number>;

/** Runs the mode that the options ask for. */
export async function runOtherMode(
  expression: string | undefined,
  options: ModeOptions,
  linesOf: Lines,
  command: Command,
): Promise<void> {
  const wrongUse = (message: string): never => command.error(`error: ${message}`, { exitCode: 2 });
  if (expression !== undefined) wrongUse('give an expression, a template or a path, not two of them');
  if (options.stdin) {
    for await (const line of linesOf(process.stdin)) if (line !== '') print(answer(line, options));
    return;
  }
  if (typeof options.template === 'string') return show(templateResult(options.template, options.input), options);
  if (typeof options.jsonpath !== 'string') return wrongUse('write the template or the path, or give --stdin');
  if (options.document === undefined) return wrongUse('give the --document to evaluate the path on');
  show(pathResult(options.jsonpath, options.document), options);
}

function show(result: TemplateResult | PathResult, { json }: ModeOptions): void {
  if ('error' in result) process.exitCode = 1;
  if (json) print('text' in result ? JSON.stringify(result) : pathText(result as PathResult));
  else if ('text' in result) print(result.text);
  else if ('json' in result) print(result.json);
  else complain(errorLine(result));
}

function errorLine({ error, message, offset }: Extract<PathResult, { error: string }>): string {
  const style = styleFor(process.stderr);
  const place = offset === undefined ? error : `${error}, at ${offset + 1}`;
  return `${style.bad('error')} ${message} ${style.quiet(`(${place})`)}`;
}

/** The answer to a line of `--stdin` that holds a template or a path; undefined for any other. */
export function otherLine(line: string | number, options: ModeOptions): string | undefined {
  if (typeof line === 'number' || !/"(?:template|path|jsonpath)"\s*:/.test(line)) return undefined;
  const read = readLine(line);
  if (typeof read === 'string' || memberOf(read, 'expression') !== undefined) return undefined;
  return memberOf(read, 'template', 'path', 'jsonpath') === undefined ? undefined : answer(line, options);
}

function answer(line: string | number, options: ModeOptions): string {
  const refused = (message: string): string => JSON.stringify({ error: 'InvalidLine', message });
  if (typeof line === 'number') return refused(`the line has ${line} characters, which is too long`);
  const read = readLine(line);
  if (typeof read === 'string') return refused(`the line ${read}`);
  const { template, jsonpath } = options;
  const isPath = jsonpath !== undefined || (template === undefined && memberOf(read, 'template') === undefined);
  if (isPath) return pathText(pathLine(withDefault(read, 'path', jsonpath), options.document));
  return JSON.stringify(templateLine(withDefault(read, 'template', template), options.input));
}

/** A value of the command line applies to every line that has no value of its own. */
function withDefault(line: JavaMap, name: string, fallback: string | true | undefined): JavaMap {
  if (typeof fallback === 'string' && line.find(name) === undefined) line.put(name, fallback);
  return line;
}

/** The object of a line, or what is wrong with it. */
function readLine(line: string): JavaMap | string {
  try {
    const read = readJson(line);
    return read instanceof JavaMap ? read : 'is no JSON object';
  } catch (problem) {
    if (problem instanceof JsonSyntaxError) return problem.message;
    throw problem;
  }
}
