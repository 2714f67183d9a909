import { Command, InvalidArgumentError } from 'commander';
import { type TimelineOptions, timeline } from '../inspect/timeline';
import type { Story } from '../story/story';
import { environmentOption, jsonOption } from './application';
import { checkedSettings } from './local-application';
import { print, printJson, type Style, styleFor } from './output';
import { progress } from './progress';

interface StartOptions {
  readonly env?: string;
  readonly callers: number;
  readonly json?: boolean;
}

const MOST_CALLERS = 100_000;

/** `flowcdk start`, which is `npm start`: one call, told, and the four ways of identifying a caller compared. */
export const start = (): Command =>
  new Command('start')
    .description('run the application on this machine: one call, told from beginning to end')
    .addOption(environmentOption())
    .option(
      '--callers <number>',
      `how many people call in the comparison, at most ${MOST_CALLERS}; 0 leaves it out`,
      callerCount,
      1000,
    )
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Examples:
  $ flowcdk start                     what npm start does
  $ flowcdk start --callers 0         the story of one call only
  $ flowcdk start --json              the same for programs

Everything lives in this process: an organisation in memory, three customer databases and a back office that listen on
this machine. No account, no network.`,
    )
    .action(async ({ env, callers, json }: StartOptions) => {
      const checked = await checkedSettings({ ...(env === undefined ? {} : { env }), json: json === true });
      if (!checked) return;
      const [{ tellStory }, { compareOptions }, { breakingTable, comparisonTable }] = await Promise.all([
        import('../story/story'),
        import('../story/compare'),
        import('../story/tables'),
      ]);
      const story = await tellStory(checked.settings);
      if (!json) {
        print(opening(checked.summary, styleFor(process.stdout)));
        print(timeline(story.moments, timelineOptions()));
        print(ending(story, styleFor(process.stdout)));
      }
      const bar = progress(`${callers} calls, four ways`);
      const options =
        callers === 0 ? [] : await compareOptions(checked.settings, { callers, onProgress: bar.tell }).finally(bar.end);
      if (json) {
        const { conversationId, moments, silences, saved, report } = story;
        printJson({ story: { conversationId, moments, silences, saved, report: report ?? null }, options });
        return;
      }
      const style = styleFor(process.stdout);
      if (options.length > 0) {
        print(style.strong(`The four ways of identifying a caller, the same ${callers} callers each`));
        print(
          style.quiet(
            'Half of them are in Alpha, others in Beta or Gamma, some in none; Gamma fails at times. Waiting',
          ),
        );
        print(style.quiet('is silence, and the prompt by which the platform covers three seconds of it.'));
        print();
        print(comparisonTable(options));
        print();
        print(style.strong('What gives way first where calls come faster and faster'));
        print();
        print(breakingTable(options));
        print();
      }
      print(next(style));
    });

function opening(summary: string, style: Style): string {
  return `${style.strong('A call to the support line')}
${summary}

An organisation in memory got it by the API, as Terraform deploys it. Three customer databases and a back office listen
on this machine. The caller is in the third database, the second is slow.
`;
}

function ending({ saved, silences, report }: Story, style: Style): string {
  const silent = silences.reduce((sum, { from, to }) => sum + to - from, 0);
  const got =
    report === undefined
      ? style.bad('The back office got no report.')
      : `${style.strong('What the back office got when the call was over')}

  Idempotency-Key: ${report.idempotencyKey ?? ''}
${indented(JSON.stringify(report.json, null, 2))}`;
  return `
The caller heard nothing for ${(silent / 1000).toFixed(1)} s. Asked within the call, the databases would have made it ${((silent + saved) / 1000).toFixed(1)} s.

${got}
`;
}

const indented = (text: string): string =>
  text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');

const next = (style: Style): string => `${style.strong('Next')}
  npx flowcdk call                     be the caller: read what you hear, press keys
  npx flowcdk call --press 1,2         the same without you
  npx flowcdk simulate --calls 6000    a busy hour
  npx flowcdk list                     what there is, and what refers to what
  npx flowcdk synth                    the Terraform stacks, to deploy it
  flows/support-line.ts                what you just heard, as code`;

/** As wide as the terminal, in its colours. */
export function timelineOptions(): TimelineOptions {
  const style = styleFor(process.stdout);
  const columns = process.stdout.isTTY ? process.stdout.columns : undefined;
  return {
    ...(columns === undefined ? {} : { width: Math.min(columns, 140) }),
    paint: (text, tone) =>
      tone === 'good'
        ? style.good(text)
        : tone === 'bad'
          ? style.bad(text)
          : tone === 'quiet'
            ? style.quiet(text)
            : tone === 'heard'
              ? style.strong(text)
              : text,
  };
}

function callerCount(text: string): number {
  const number = wholeNumber(text);
  if (number <= MOST_CALLERS) return number;
  throw new InvalidArgumentError(`It has to be 0 to ${MOST_CALLERS}.`);
}

/** A whole number from 0, for commander. */
export function wholeNumber(text: string): number {
  const number = Number(text);
  if (/^\d{1,7}$/.test(text)) return number;
  throw new InvalidArgumentError('It has to be a whole number, at most seven digits.');
}
