import { parseArgs } from 'node:util';
import { type Connection, connectionOf } from './connection';

/** What the wallboard was started with. */
export interface Options {
  readonly connection: Connection;
  readonly host: string;
  readonly port: number;
}

/** Options that are wrong; the message names every one. */
export class WrongOptions extends Error {}

const known = {
  org: { type: 'string', default: 'http://127.0.0.1:8083' },
  port: { type: 'string', default: '8090' },
  host: { type: 'string', default: '127.0.0.1' },
  help: { type: 'boolean' },
} as const;

/**
 * Reads the command line.
 *
 * @param variables the environment, with the credentials
 * @returns `help` where the help is wanted
 * @throws WrongOptions with everything that is wrong
 */
export function optionsIn(
  args: readonly string[],
  variables: Readonly<Record<string, string | undefined>>,
): Options | 'help' {
  const { values, tokens } = parseArgs({ args: [...args], options: known, strict: false, tokens: true });
  if (values.help === true) return 'help';
  const problems = tokens.flatMap((token) => {
    if (token.kind === 'positional') return [`'${token.value}' is no option.`];
    if (token.kind !== 'option') return [];
    if (!Object.hasOwn(known, token.name)) return [`There is no option ${token.rawName}.`];
    return token.value === undefined ? [`${token.rawName} needs a value.`] : [];
  });
  const [org, port, host] = [String(values.org), String(values.port), String(values.host)];
  if (typeof values.port === 'string' && !(/^\d{1,5}$/.test(port) && Number(port) <= 65_535))
    problems.push(`--port is '${port}'. A port is 0 to 65535.`);
  let connection: Connection | undefined;
  try {
    if (typeof values.org === 'string') connection = connectionOf(org, variables);
  } catch (problem) {
    problems.push(problem instanceof Error ? problem.message : String(problem));
  }
  if (!connection || problems.length > 0) throw new WrongOptions(problems.join('\n'));
  return { connection, host, port: Number(port) };
}
