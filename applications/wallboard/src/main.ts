import { optionsIn, WrongOptions } from './options';
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

Exit codes: 0 ended by you, 1 the org or the port refused something, 2 wrong use.
`;

async function main(): Promise<number> {
  const options = optionsIn(process.argv.slice(2), process.env);
  if (options === 'help') {
    process.stdout.write(HELP);
    return 0;
  }
  const { connection, host, port } = options;
  const board = await watch({ ...connection, onProblem: (problem) => console.error(problem) });
  const served = await serveBoard(board, { host, port }).catch(async (problem: unknown) => {
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

main().then(
  (code) => (process.exitCode = code),
  (problem: unknown) => {
    const lines = (problem instanceof Error ? problem.message : String(problem)).split('\n');
    for (const line of lines) console.error(`error: ${line}`);
    process.exitCode = problem instanceof WrongOptions ? 2 : 1;
  },
);
