import { Command } from 'commander';
import { FlowcdkError } from '../ground/finding';
import { clientCredentials, type Gap, type Heard, listen, ListenerRefused, type TokenSupplier } from '../events';
import type { OrgAddress } from '../pull';
import { jsonOption } from './application';
import { EXIT } from './exit-code';
import { helpText } from './help-text';
import {
  addressOf,
  credentialsFor,
  CREDENTIALS_HELP,
  orgOption,
  type OrgOptions,
  regionOption,
} from './org-connection';
import { complain, print } from './output';

interface ListenCommandOptions extends OrgOptions {
  readonly json?: true;
  readonly refill: boolean;
}

/** `flowcdk listen` */
export const listenCommand = (): Command =>
  new Command('listen')
    .description('hear events of an org as they happen, from its notification service')
    .argument('<topics...>', 'topics with an id, or with * for every queue or user: v2.users.*.presence')
    .addOption(orgOption())
    .addOption(regionOption())
    .option('--no-refill', 'do not ask the API for what a gap swallowed')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      helpText(`
Examples:
  $ flowcdk listen "v2.users.*.presence" --org http://127.0.0.1:8083
  $ flowcdk listen "v2.routing.queues.*.conversations" "v2.analytics.queues.*.observations" \\
      --region eu-central-1 --json
                                      one JSON object a line, for other programs

Ctrl+C ends it. Gaps, rejected topics and the state of the connection go to the
standard error. docs/events.md says what comes back after a gap.

${CREDENTIALS_HELP}

Exit codes: 0 ended by you, 1 the org refused something, 2 wrong use.`),
    )
    .action(run);

async function run(topics: readonly string[], options: ListenCommandOptions, command: Command): Promise<void> {
  const address = addressOf(options, command);
  const show = options.json === true ? (heard: Heard) => print(JSON.stringify(heard)) : showHeard;
  try {
    const listener = await listen(topics, show, {
      api: address.api,
      token: tokenFor(address, command),
      refill: options.refill,
      onGap: showGap,
      onStatus: ({ state, why }) => complain(`${state}: ${why}`),
      onProblem: (problem) => complain(problem),
      onRejected: (topic, reason) => complain(`rejected: ${topic}: ${reason}`),
    });
    await new Promise<void>((done) => {
      process.once('SIGINT', done);
      process.once('SIGTERM', done);
    });
    await listener.stop();
  } catch (problem) {
    if (problem instanceof ListenerRefused) {
      complain(`error: ${address.name} refused: ${problem.message}`);
      process.exitCode = EXIT.findings;
    } else if (problem instanceof FlowcdkError || !(problem instanceof Error)) throw problem;
    else command.error(`error: ${problem.message}`, { exitCode: EXIT.wrongUse });
  }
}

function tokenFor(address: OrgAddress, command: Command): string | TokenSupplier {
  const credentials = credentialsFor(address, command);
  return 'token' in credentials ? credentials.token : clientCredentials({ login: address.login, ...credentials });
}

const showHeard = ({ at, topicName, event, from }: Heard): void =>
  print(`${new Date(at).toISOString()}  ${topicName}${from === 'refill' ? ' (refill)' : ''}  ${JSON.stringify(event)}`);

function showGap({ from, to, topics }: Gap): void {
  complain(`gap: nothing was heard for ${Math.round((to - from) / 1000)} s`);
  for (const { topic, brings, refilled, source, problem } of topics) {
    if (problem !== undefined) complain(`  ${topic}: ${problem}`);
    else if (brings === 'nothing') complain(`  ${topic}: lost; ${source}`);
    else complain(`  ${topic}: ${refilled} came back (${brings === 'state' ? 'the present state' : 'every event'})`);
  }
}
