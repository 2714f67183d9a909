import { Command } from 'commander';
import { compareContents } from '../compare';
import { FlowcdkError } from '../ground/finding';
import { jsonOption, refuse } from './application';
import { comparisonData, printComparison } from './comparison';
import { comparable, contentsAt } from './content-at';
import { EXIT } from './exit-code';
import { helpText } from './help-text';
import { CREDENTIALS_HELP } from './org-connection';
import { print, printJson } from './output';

interface CompareCommandOptions {
  readonly hosts?: true;
  readonly json?: true;
}

/** `flowcdk compare` */
export const compareCommand = (): Command =>
  new Command('compare')
    .description('find what two orgs do differently')
    .argument(
      '<left>',
      'a folder that "flowcdk pull" wrote, a folder of flows, a region, or the address of a local org',
    )
    .argument('<right>', 'the same')
    .option('--hosts', 'hosts of URLs count, too; otherwise each environment may call systems of its own')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      helpText(`
Examples:
  $ flowcdk compare test production           two folders
  $ flowcdk compare production eu-central-1   a folder and what the org holds now
  $ flowcdk compare http://127.0.0.1:8083 production --json
  $ flowcdk compare exports production        exports of Architect (.i3*) or YAML; only
                                              flows are compared then

Ids do not count, and neither does how a flow is written: order of keys, quotes,
comments, what Architect adds by itself.

${CREDENTIALS_HELP}
Two orgs with different clients are pulled to folders first.

Exit codes: 0 no difference, 1 a difference, or a problem, 2 wrong use.`),
    )
    .action(run);

async function run(left: string, right: string, options: CompareCommandOptions, command: Command): Promise<void> {
  const json = options.json === true;
  try {
    const contents = comparable(...(await contentsAt([left, right], command)));
    const comparison = compareContents(...contents, { hosts: options.hosts !== true, leftIsWanted: false });
    const { onlyLeft, onlyRight, different, same } = comparison;
    const isSame = onlyLeft.length + onlyRight.length + different.length === 0;
    if (json) printJson(comparisonData(comparison, { left, right }));
    else if (isSame) print(`${left} and ${right} do the same: ${same} compared.`);
    else printComparison(comparison, { left, right });
    if (!isSame) process.exitCode = EXIT.findings;
  } catch (problem) {
    if (problem instanceof FlowcdkError) return refuse(problem.findings, json);
    throw problem;
  }
}
