import { parseArgs } from 'node:util';
import { connectionOf } from './connection';
import { serveBoard } from './server';
import { watch } from './watch';

const HELP = `Usage: npm start -- [options]

Shows queues, waiting calls and agents of an org on a live page.

  --org <url>    a local org, or an organisation: https://api.mypurecloud.de
                 (default: http://127.0.0.1:8083)
  --port <n>     where the page is, 0 picks a free port (default: 8090)
  --host <name>  who may see it (default: 127.0.0.1, this machine only)
  --help         this text

The OAuth client stands in GENESYSCLOUD_OAUTHCLIENT_ID and GENESYSCLOUD_OAUTHCLIENT_SECRET,
or a token in GENESYSCLOUD_ACCESS_TOKEN. A local org needs none.
Whoever reaches the page sees the board: it has no sign-in.
`;

async function main(): Promise<number> {
  const { org, port, host, help } = optionsIn(process.argv.slice(2));
  if (help === true) {
    process.stdout.write(HELP);
    return 0;
  }
  const number = Number(port);
  if (!/^\d{1,5}$/.test(port) || number > 65_535) throw new Error(`--port is '${port}'. A port is 0 to 65535.`);
  const board = await watch(connectionOf(org, process.env));
  const served = await serveBoard(board, { host, port: number }).catch(async (problem: unknown) => {
    await board.stop();
    throw problem;
  });
  console.log(`The wallboard: ${served.url}`);
  const stop = (): void =>
    void served
      .stop()
      .then(() => board.stop())
      .then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  return 0;
}

const optionsIn = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    options: {
      org: { type: 'string', default: 'http://127.0.0.1:8083' },
      port: { type: 'string', default: '8090' },
      host: { type: 'string', default: '127.0.0.1' },
      help: { type: 'boolean' },
    },
  }).values;

main().then(
  (code) => (process.exitCode = code),
  (problem: unknown) => {
    console.error(`error: ${problem instanceof Error ? problem.message : String(problem)}`);
    process.exitCode = 2;
  },
);
