import { Command } from 'commander';
import type { OpenApplication } from '../application/open-application';
import type { Exports } from '../constructs/exports';
import {
  type ApplicationOptions,
  applicationOption,
  environmentOption,
  jsonOption,
  opened,
  outOption,
  refuse,
} from './application';
import { complainAbout, count, print, printJson, styleFor } from './output';
import { helpText } from './help-text';

interface SynthOptions extends ApplicationOptions {
  readonly out: string;
  readonly exports?: string;
  readonly json?: boolean;
}

/** `flowcdk synth` */
export const synth = (): Command =>
  new Command('synth')
    .description('write the Terraform stacks and the flows they upload')
    .addOption(applicationOption())
    .addOption(environmentOption())
    .addOption(outOption())
    .option('--exports <dir>', "write data actions there, too, as files for Genesys Cloud's Import button")
    .addOption(jsonOption())
    .addHelpText(
      'after',
      helpText(`
Examples:
  $ flowcdk synth                      from settings.yaml, to cdktf.out
  $ flowcdk synth --env local          with settings.local.yaml laid over it
  $ flowcdk synth --exports exports    also each data action as a file that the Import button of Genesys Cloud takes
  $ flowcdk synth --out build --json   the files that were written, as JSON

What an earlier synthesis wrote and this one does not is removed; files of others stay.`),
    )
    .action(async (options: SynthOptions) => {
      const json = options.json === true;
      const { opened: application, findings: unopened } = await opened(options);
      if (!application) return refuse(unopened, json);
      const { stacks, files, warnings, findings } = await application.synthesize(options.out);
      if (findings) return refuse(findings, json);
      const exported = await exportsOf(application, options.exports);
      if (exported.findings) return refuse(exported.findings, json);
      const complaints = [...warnings, ...exported.warnings];
      if (options.json) {
        printJson({
          out: options.out,
          stacks: stacks.map(({ node }) => node.id),
          files,
          ...(options.exports === undefined ? {} : { exports: options.exports, exported: exported.files }),
          findings: complaints,
        });
        return;
      }
      if (complaints.length > 0) complainAbout(complaints);
      const style = styleFor(process.stdout);
      const written = [
        ...files.map((file) => ({ ...file, folder: options.out })),
        ...exported.files.map((file) => ({ ...file, folder: options.exports ?? '' })),
      ];
      for (const { folder, path, bytes } of written) print(`${folder}/${path} ${style.quiet(`${bytes} bytes`)}`);
      print(`\n${count(stacks.length, 'stack')}, ${count(written.length, 'file')}`);
    });

/** The data actions as files for the Import button, where a folder is named for them. */
async function exportsOf({ definitions }: OpenApplication, folder: string | undefined): Promise<Exports> {
  if (folder === undefined) return { files: [], warnings: [] };
  const { writeExports } = await import('../constructs/exports');
  return writeExports(definitions, folder);
}
