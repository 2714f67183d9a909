import { Command, Option } from 'commander';
import { compareContents } from '../compare';
import { FlowcdkError } from '../ground/finding';
import { itemKey, readContent } from '../pull';
import { applicationContent } from '../testing/application-content';
import {
  type ApplicationOptions,
  applicationOption,
  environmentOption,
  jsonOption,
  refuse,
  runnable,
} from './application';
import { comparisonData, printComparison } from './comparison';
import { comparable, contentInFolder } from './content-at';
import { EXIT } from './exit-code';
import { helpText } from './help-text';
import { addressOf, connectionTo, CREDENTIALS_HELP, orgOption, type OrgOptions, regionOption } from './org-connection';
import { print, printJson } from './output';

interface DriftOptions extends ApplicationOptions, OrgOptions {
  readonly folder?: string;
  readonly json?: true;
}

/** `flowcdk drift` */
export const driftCommand = (): Command =>
  new Command('drift')
    .description('find where an org differs from what the application deploys, flow content included')
    .addOption(applicationOption())
    .addOption(environmentOption())
    .addOption(orgOption())
    .addOption(regionOption())
    .addOption(
      new Option(
        '--folder <folder>',
        'in place of an org: a folder that "flowcdk pull" wrote, or of flows, such as exports of Architect (.i3*)',
      ).conflicts(['org', 'region']),
    )
    .addOption(jsonOption())
    .addHelpText(
      'after',
      helpText(`
Examples:
  $ flowcdk drift --org http://127.0.0.1:8083 --env local
  $ flowcdk drift --region eu-central-1 --env production
  $ flowcdk drift --region eu-central-1 --json
  $ flowcdk drift --folder exports --env production   flows that somebody exported

Terraform does not see the content of a flow. This command exports each flow of
the application from the org and compares what it does, not how it is written;
data actions, triggers, queues, schedules and call routes likewise. What only the
org has is left alone. "flowcdk pull" and "flowcdk import" take an edit over.

${CREDENTIALS_HELP}

Exit codes: 0 no difference, 1 a difference, or a problem, 2 wrong use.`),
    )
    .action(run);

async function run(options: DriftOptions, command: Command): Promise<void> {
  const json = options.json === true;
  const { folder } = options;
  const connection = folder === undefined ? connectionTo(addressOf(options, command), command) : undefined;
  const ready = await runnable(options);
  if (!ready) return;
  try {
    const deployed = await applicationContent(ready.application);
    const there = connection
      ? { content: await readContent(connection, (item) => deployed.items.has(itemKey(item))), flowsOnly: false }
      : contentInFolder(folder ?? '', command);
    const [application, inOrg] = comparable({ content: deployed, flowsOnly: false }, there);
    const comparison = compareContents(application, inOrg, { hosts: false, leftIsWanted: true });
    const names = { left: 'the application', right: inOrg.name };
    if (json) printJson(comparisonData(comparison, names));
    else printComparison(comparison, names);
    const isSame = comparison.onlyLeft.length === 0 && comparison.different.length === 0;
    if (isSame && !json)
      print(`${inOrg.name} is as the application deploys it: ${comparison.same} of ${application.items.size}.`);
    if (!isSame) process.exitCode = EXIT.findings;
  } catch (problem) {
    if (problem instanceof FlowcdkError) return refuse(problem.findings, json);
    throw problem;
  }
}
