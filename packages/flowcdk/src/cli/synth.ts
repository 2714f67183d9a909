import { Command } from 'commander';
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
  readonly json?: boolean;
}

/** `flowcdk synth` */
export const synth = (): Command =>
  new Command('synth')
    .description('write the Terraform stacks and the flows they upload')
    .addOption(applicationOption())
    .addOption(environmentOption())
    .addOption(outOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      helpText(`
Examples:
  $ flowcdk synth                      from settings.yaml, to cdktf.out
  $ flowcdk synth --env local          with settings.local.yaml laid over it
  $ flowcdk synth --out build --json   the files that were written, as JSON

What an earlier synthesis wrote and this one does not is removed; files of others stay.`),
    )
    .action(async (options: SynthOptions) => {
      const json = options.json === true;
      const { opened: application, findings: unopened } = await opened(options);
      if (!application) return refuse(unopened, json);
      const { stacks, files, warnings, findings } = await application.synthesize(options.out);
      if (findings) return refuse(findings, json);
      if (options.json) {
        printJson({ out: options.out, stacks: stacks.map(({ node }) => node.id), files, findings: warnings });
        return;
      }
      if (warnings.length > 0) complainAbout(warnings);
      const style = styleFor(process.stdout);
      for (const { path, bytes } of files) print(`${options.out}/${path} ${style.quiet(`${bytes} bytes`)}`);
      print(`\n${count(stacks.length, 'stack')}, ${count(files.length, 'file')}`);
    });
