import { Command } from 'commander';
import { FlowcdkError } from '../ground/finding';
import { PulledFolder, pull, type PullResult } from '../pull';
import { jsonOption, refuse } from './application';
import { EXIT } from './exit-code';
import { helpText } from './help-text';
import { addressOf, connectionTo, CREDENTIALS_HELP, orgOption, type OrgOptions, regionOption } from './org-connection';
import { complainAbout, count, print, printJson } from './output';
import { progress } from './progress';

interface PullCommandOptions extends OrgOptions {
  readonly out: string;
  readonly rows?: true;
  readonly json?: true;
}

/** `flowcdk pull` */
export const pullCommand = (): Command =>
  new Command('pull')
    .description('bring what an org holds into a folder: flows as YAML, data actions, triggers, queues')
    .argument('[names...]', 'flows, with * for any text: these and what they name; without one everything')
    .addOption(orgOption())
    .addOption(regionOption())
    .option('--out <dir>', 'the folder; it belongs to one org', 'org')
    .option('--rows', 'the rows of data tables, too; they may hold personal data')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      helpText(`
Examples:
  $ flowcdk pull --org http://127.0.0.1:8083
  $ flowcdk pull --region eu-central-1 --out production
  $ flowcdk pull "Main*" --region eu-central-1
                                      flows whose names begin so, and what they name
  $ flowcdk pull --region eu-central-1 && git diff
                                      what somebody changed since the last pull

What the folder has already is not read again: an interrupted pull goes on, and
one without changes asks only for lists. Nothing in the org changes.

${CREDENTIALS_HELP}

Exit codes: 0 fine, 1 the org refused something, 2 wrong use.`),
    )
    .action(run);

async function run(names: readonly string[], options: PullCommandOptions, command: Command): Promise<void> {
  const json = options.json === true;
  const connection = connectionTo(addressOf(options, command), command);
  const bar = progress('pull');
  try {
    const result = await pull(connection, PulledFolder.open(options.out), {
      ...(names.length > 0 ? { names } : {}),
      rows: options.rows === true,
      onProgress: (done, all) => bar.tell(done / all),
    });
    bar.end();
    if (json) printJson({ out: options.out, ...result });
    else printResult(options.out, result);
    if (result.findings.length > 0) process.exitCode = EXIT.findings;
  } catch (problem) {
    bar.end();
    if (problem instanceof FlowcdkError) return refuse(problem.findings, json);
    throw problem;
  }
}

function printResult(
  out: string,
  { organization, written, removed, unchanged, unpublished, findings }: PullResult,
): void {
  for (const file of written) print(`  written  ${file}`);
  for (const file of removed) print(`  removed  ${file}`);
  if (unpublished.length > 0) print(`  never published, so not pulled: ${unpublished.join(', ')}`);
  if (findings.length > 0) complainAbout(findings);
  const files = `${count(written.length, 'file')} written, ${removed.length} removed, ${unchanged} unchanged`;
  print(`${organization.name} → ${out}: ${files}.`);
}
