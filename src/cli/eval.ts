import { Command, InvalidArgumentError, Option } from 'commander';
import { createInterface } from 'node:readline';
import {
  check,
  type EvaluationError,
  evaluateText,
  ExpressionError,
  parseCached,
  typeName,
  variableTypes,
} from '../architect/expressions';
import { jsonOption } from './application';
import { complain, print, printJson, styleFor } from './output';

interface EvalOptions {
  readonly var: Readonly<Record<string, string>>;
  readonly json?: boolean;
  readonly stdin?: boolean;
  readonly check?: boolean;
}

/** A longer line is refused before it is parsed. */
const LONGEST_LINE = 1024 * 1024;

/** `flowcdk eval` */
export const evaluate = (): Command =>
  new Command('eval')
    .description('evaluate an Architect expression')
    .argument('[expression]', 'the expression')
    .addOption(
      new Option('--var <name=TYPE:value>', 'a variable with its type; may be given more than once')
        .argParser(collectVariable)
        .default({}, 'none'),
    )
    .addOption(new Option('--check', 'stop after the types: print the type'))
    .addOption(new Option('--stdin', 'read {"expression": …, "variables": {…}}, one JSON object a line'))
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Types: STRING, INTEGER, DECIMAL, BOOLEAN, DATETIME, DURATION, CURRENCY, PHONENUMBER, JSON …, and their collections
(STRING_COLLECTION:["a","b"]).

Examples:
  $ flowcdk eval 'Length("abc") > 2'
  true
  $ flowcdk eval 'ToPhoneNumber(Call.Ani).e164' --var 'Call.Ani=STRING:tel:+33142685300'
  +33142685300
  $ flowcdk eval 'Flow.tries + 1' --var Flow.tries=INTEGER:2 --json
  $ echo '{"expression": "7 * 12.2"}' | flowcdk eval --stdin
  {"type":"decimal","value":"85.4","literal":"85.4"}`,
    )
    .action(async (expression: string | undefined, options: EvalOptions, command: Command) => {
      if (options.stdin) return evaluateLines(options);
      if (expression === undefined)
        command.error('error: give an expression, or --stdin (flowcdk eval --help)', { exitCode: 2 });
      else evaluateOne(expression, options);
    });

function collectVariable(given: string, before: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const [, name, value] = /^([^=]+)=(.*)$/s.exec(given) ?? [];
  if (name === undefined || value === undefined) throw new InvalidArgumentError('Write it as Flow.x=STRING:abc.');
  return { ...before, [name.trim()]: value };
}

type Result = ReturnType<typeof evaluateText> | { readonly type: string };

function resultOf(expression: string, variables: Readonly<Record<string, unknown>>, checkOnly: boolean): Result {
  if (checkOnly) return checkText(expression, variables);
  return evaluateText(expression, variables, { environment: { now: () => Date.now(), random: () => Math.random() } });
}

function checkText(expression: string, variables: Readonly<Record<string, unknown>>): Result {
  try {
    const { type, problems } = check(parseCached(expression), { variables: variableTypes(variables) });
    const problem = problems.find(({ severity }) => severity === 'error');
    if (!problem) return { type: typeName(type) };
    const { message, offset, length } = problem;
    return { error: { phase: 'type', message, offset, length } };
  } catch (problem) {
    if (!(problem instanceof ExpressionError)) throw problem;
    const { phase, message, offset, length } = problem;
    return { error: { phase, message, offset, length } };
  }
}

function evaluateOne(expression: string, options: EvalOptions): void {
  const result = resultOf(expression, options.var, options.check === true);
  if ('error' in result) process.exitCode = 1;
  if (options.json) printJson(result);
  else if ('error' in result) complain(located(expression, result.error));
  else if (!('value' in result)) print(result.type);
  else if (result.value === null) print('NOT_SET');
  else print(typeof result.value === 'string' ? result.value : JSON.stringify(result.value));
}

/** The line of the expression with a caret under the culprit. */
function located(expression: string, { phase, message, offset, length }: EvaluationError): string {
  const style = styleFor(process.stderr);
  const start = expression.lastIndexOf('\n', offset - 1) + 1;
  const end = expression.indexOf('\n', offset);
  const line = expression.slice(start, end < 0 ? undefined : end);
  const caret = '^'.repeat(Math.max(1, Math.min(length, line.length - (offset - start))));
  return `${style.bad('error')} ${message} ${style.quiet(`(${phase}, at ${offset + 1})`)}\n  ${line}\n  ${' '.repeat(offset - start)}${caret}`;
}

/** One JSON object a line in, one a line out; a line that cannot be read is answered like a wrong expression. */
async function evaluateLines({ check: checkOnly }: EvalOptions): Promise<void> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    print(JSON.stringify(lineResult(line, checkOnly === true)));
  }
}

function lineResult(line: string, checkOnly: boolean): Result {
  const refused = (message: string): Result => ({ error: { phase: 'syntax', message, offset: 0, length: 0 } });
  if (line.length > LONGEST_LINE)
    return refused(`the line has ${line.length} characters; at most ${LONGEST_LINE} are read`);
  let request: unknown;
  try {
    request = JSON.parse(line);
  } catch {
    return refused('the line is no JSON');
  }
  const { expression, variables = {} } = (request ?? {}) as {
    readonly expression?: unknown;
    readonly variables?: unknown;
  };
  if (typeof expression !== 'string') return refused('the line has no "expression"');
  if (typeof variables !== 'object' || variables === null) return refused('"variables" has to be an object');
  return resultOf(expression, variables as Readonly<Record<string, unknown>>, checkOnly);
}
