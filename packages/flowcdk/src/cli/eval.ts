import { Command, InvalidArgumentError, Option } from 'commander';
import {
  type CheckResult,
  checkText,
  Decimal,
  evaluateText,
  type EvaluationResult,
  Failure,
  type Phase,
  parseTypedValue,
  readJson,
  type Warning,
} from '../architect/expressions';
import { jsonOption } from './application';
import { addModes, isOtherMode, type ModeOptions, otherLine, runOtherMode } from './eval-modes';
import { complain, print, printJson, styleFor } from './output';
import { helpText } from './help-text';

interface EvalOptions extends ModeOptions {
  readonly var: Readonly<Record<string, string>>;
  readonly json?: boolean;
  readonly stdin?: boolean;
  readonly check?: boolean;
}

/** A longer line is refused before it is parsed. */
const LONGEST_LINE = 1024 * 1024;

/** `flowcdk eval` */
export const evaluate = (): Command =>
  addModes(new Command('eval'))
    .description('evaluate an Architect expression, a data action template or a JSONPath')
    .argument('[expression]', 'the expression')
    .addOption(
      new Option('--var <name=TYPE:value>', 'a variable with its type; may be given more than once')
        .argParser(collectVariable)
        .default({}, 'none'),
    )
    .addOption(new Option('--check', 'stop after the types: print the type, and warn of what is doubtful'))
    .addOption(
      new Option(
        '--stdin',
        'read {"expression": …, "variables": {…}}, {"template": …, "input": {…}} or {"path": …, "document": …}, one a line',
      ),
    )
    .addOption(jsonOption())
    .addHelpText(
      'after',
      helpText(`
Types: STRING, INTEGER, DECIMAL, BOOLEAN, DATETIME, DURATION, CURRENCY, PHONENUMBER, JSON …, and their collections
(STRING_COLLECTION:["a","b"]). With --stdin, --var holds for every line that does not give its own.
Write -- before an expression that begins with a minus: flowcdk eval -- '-2 ^ 2'

Examples:
  $ flowcdk eval 'Length("abc") > 2'
  true
  $ flowcdk eval 'ToPhoneNumber(Call.Ani).e164' --var 'Call.Ani=STRING:tel:+33142685300'
  +33142685300
  $ flowcdk eval 'Flow.tries + 1' --var Flow.tries=INTEGER:2 --json
  $ flowcdk eval --template '{"phone": "$esc.jsonEncode($input.phone)"}' --input phone=+33142685300
  {"phone": "+33142685300"}
  $ flowcdk eval --jsonpath '$[?(@.tier == "gold")].name' --document customers.json
  ["Ada"]
  $ echo '{"expression": "7 * 12.2"}' | flowcdk eval --stdin
  {"type":"decimal","value":"85.4","literal":"85.4"}`),
    )
    .action(async (expression: string | undefined, options: EvalOptions, command: Command) => {
      if (isOtherMode(options)) await runOtherMode(expression, options, linesOf, command);
      else if ((expression === undefined) !== (options.stdin === true))
        command.error('error: give an expression, or --stdin', { exitCode: 2 });
      else if (expression === undefined) await evaluateLines(options);
      else evaluateOne(expression, options);
    });

function collectVariable(argument: string, before: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const [, name = '', value = ''] = /^([^=]+)=(.*)$/s.exec(argument) ?? [];
  // Without a scope, no expression can read it.
  if (!/^[^.]+\../.test(name.trim())) throw new InvalidArgumentError('Write it as Flow.x=STRING:abc.');
  try {
    parseTypedValue(value);
  } catch (problem) {
    if (problem instanceof Failure) throw new InvalidArgumentError(`${problem.message}.`);
    throw problem;
  }
  return { ...before, [name.trim()]: value };
}

type Result = EvaluationResult | CheckResult;

function resultOf(expression: string, variables: Readonly<Record<string, unknown>>, checkOnly: boolean): Result {
  if (checkOnly) return checkText(expression, variables);
  return evaluateText(expression, variables, { environment: { now: () => Date.now(), random: () => Math.random() } });
}

function evaluateOne(expression: string, options: EvalOptions): void {
  const result = resultOf(expression, options.var, options.check === true);
  if ('error' in result) process.exitCode = 1;
  if (options.json) return printJson(result);
  const style = styleFor(process.stderr);
  if ('warnings' in result) {
    for (const warning of result.warnings ?? []) complain(shown(expression, style.warn('warning'), 'type', warning));
  }
  if ('error' in result) complain(shown(expression, style.bad('error'), result.error.phase, result.error));
  else if (!('value' in result)) print(result.type);
  else if (result.value === null) print('NOT_SET');
  else print(typeof result.value === 'string' ? result.value : JSON.stringify(result.value));
}

/** What is wrong, and the line of the expression with a caret under the culprit. */
function shown(expression: string, severity: string, phase: Phase, { message, offset, length }: Warning): string {
  const { quiet } = styleFor(process.stderr);
  const before = expression.slice(expression.slice(0, offset).lastIndexOf('\n') + 1, offset);
  const after = /^[^\r\n]*/.exec(expression.slice(offset))?.[0] ?? '';
  // Keeps tabs, so that the caret stands under the culprit on a terminal.
  const caret = before.replace(/[^\t]/g, ' ') + '^'.repeat(Math.max(1, Math.min(length, after.length)));
  return `${severity} ${message} ${quiet(`(${phase}, at ${offset + 1})`)}\n  ${before}${after}\n  ${caret}`;
}

/** One JSON object a line in, one a line out; a line that cannot be read is answered like a wrong expression. */
async function evaluateLines(options: EvalOptions): Promise<void> {
  for await (const line of linesOf(process.stdin)) {
    if (line !== '') print(otherLine(line, options) ?? JSON.stringify(lineResult(line, options)));
  }
}

/** The lines, trimmed. For a line that is too long, only its length. */
async function* linesOf(stream: NodeJS.ReadableStream): AsyncGenerator<string | number> {
  stream.setEncoding('utf8');
  let line = '';
  let length = 0;
  const whole = (): string | number => (length > LONGEST_LINE ? length : line.trim());
  for await (const chunk of stream) {
    for (const [i, part] of String(chunk).split('\n').entries()) {
      if (i > 0) {
        yield whole();
        line = '';
        length = 0;
      }
      length += part.length;
      if (length <= LONGEST_LINE) line += part;
    }
  }
  yield whole();
}

function lineResult(line: string | number, options: EvalOptions): Result {
  const refused = (message: string): Result => ({ error: { phase: 'syntax', message, offset: 0, length: 0 } });
  if (typeof line === 'number') return refused(`the line has ${line} characters; at most ${LONGEST_LINE} are read`);
  let request: unknown;
  try {
    request = readJson(line);
  } catch (problem) {
    if (!(problem instanceof Failure)) throw problem;
    return refused(`the line cannot be read: ${problem.message}`);
  }
  const { expression, variables = {} } = (request ?? {}) as {
    readonly expression?: unknown;
    readonly variables?: unknown;
  };
  if (typeof expression !== 'string') return refused('the line has no "expression"');
  if (!isRecord(variables)) return refused('"variables" has to be an object');
  return resultOf(expression, { ...options.var, ...variables }, options.check === true);
}

const isRecord = (data: unknown): data is Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null && !Array.isArray(data) && !Decimal.isDecimal(data);
