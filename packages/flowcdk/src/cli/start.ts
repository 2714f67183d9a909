import { Command } from 'commander';
import { defined } from '../ground/defined';
import { loadApplication } from '../application/load-application';
import type { Story } from '../application/story';
import { timeline } from '../inspect/timeline';
import { type ApplicationOptions, applicationOption, environmentOption, jsonOption, runnable } from './application';
import { type CallOptions, fromOption, hangupOption, pressOption, run as call, seedOption, toOption } from './call';
import { calledBackOption, sentimentOption } from './call-aftermath';
import { print, printJson, styleFor } from './output';
import { pageOf, pageOption, writeRunPage } from './run-page';
import { progress } from './progress';
import { asOption } from './story-option';
import { servicesOption } from './services-option';
import { timelineOptions } from './timeline-options';
import { helpText } from './help-text';

/**
 * `flowcdk start`, which is `npm start`: runs the story of the application, or a call to it. A story has options of its
 * own, so the application is loaded before the command line is read.
 */
export async function start(args: readonly string[]): Promise<Command> {
  const { application } = await loadApplication({ file: fileIn(args) });
  const command = new Command('start').addOption(applicationOption()).addOption(environmentOption());
  return application?.story ? withStory(command, application.story) : withCall(command);
}

/** The value of `--app`, read before the rest of the command line. */
function fileIn(args: readonly string[]): string | undefined {
  const joined = args.find((arg) => arg.startsWith('--app='))?.slice('--app='.length);
  const at = args.indexOf('--app');
  return joined ?? (at < 0 ? undefined : args[at + 1]);
}

interface StoryOptions extends ApplicationOptions {
  readonly json?: boolean;
  readonly page?: string;
}

function withStory(command: Command, story: Story): Command {
  for (const option of story.options ?? []) command.addOption(asOption(option));
  return command
    .description('run the application on this machine: its story, told from beginning to end')
    .addOption(pageOption().conflicts('json'))
    .addOption(jsonOption())
    .addHelpText(
      'after',
      helpText(`
Examples:
  $ flowcdk start                     what npm start does
  $ flowcdk start --page story.html   its timeline as a page, to step through
  $ flowcdk start --json              the same for programs

Everything lives in this process: an organisation in memory, and what stands in for the services. No account, no network.`),
    )
    .action(async ({ app, env, json, page: named, ...options }: StoryOptions) => {
      const ready = await runnable({ app, env, json: json === true });
      if (!ready) return;
      const { page } = pageOf(defined({ page: named, json }));
      await story.tell({
        ...ready,
        options,
        json: json === true,
        style: styleFor(process.stdout),
        print,
        printJson,
        timeline: (moments) => timeline(moments, timelineOptions()),
        page: async (events, title) => {
          if (page !== undefined) {
            const { projectOf } = await import('../check/application');
            await writeRunPage(page, events, projectOf(ready.application.stacks).files, title);
          }
        },
        progress,
      });
    });
}

function withCall(command: Command): Command {
  return command
    .description('run the application on this machine: a call to its first number')
    .addOption(fromOption())
    .addOption(toOption())
    .addOption(pressOption())
    .addOption(hangupOption())
    .addOption(servicesOption())
    .addOption(sentimentOption())
    .addOption(calledBackOption())
    .addOption(seedOption())
    .addOption(pageOption().conflicts('json'))
    .addOption(jsonOption())
    .addHelpText(
      'after',
      helpText(`
Examples:
  $ flowcdk start                     on a terminal you are the caller: press keys, h hangs up
  $ flowcdk start --press 1,2         press 1, then 2, each when the line asks for keys
  $ flowcdk start --press 2 --called-back no-answer,answers
                                      nobody answers when an agent calls back, until the second call

Everything lives in this process: an organisation in memory, and what stands in for the services. No account, no network.`),
    )
    .action((options: CallOptions) => {
      const onTerminal = process.stdin.isTTY && process.stdout.isTTY && !options.json;
      // Without a terminal nobody can press keys.
      return call(onTerminal || options.press ? options : { ...options, press: [] });
    });
}
