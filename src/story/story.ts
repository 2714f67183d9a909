import { type Story, type StoryStyle, WrongOption } from 'flowcdk/application';
import type { Settings } from '../settings';
import type { IdentifiedCall } from './identified-call';

const MOST_CALLERS = 100_000;

/** What `npm start` tells: one call from beginning to end, and the four ways of identifying a caller compared. */
export const story: Story<Settings> = {
  options: [
    {
      flags: '--callers <number>',
      description: `how many people call in the comparison, at most ${MOST_CALLERS}; 0 leaves it out`,
      default: 1000,
      read: callerCount,
    },
    {
      flags: '--no-back-office',
      description: 'something stands in for the back office, whose database takes seconds to start; there is no record',
    },
  ],
  async tell({ application, options, json, summary, style, print, printJson, timeline, page, progress }) {
    // Loaded when it is told: most commands only read the definitions.
    const [{ backOfficePackage }, { identifiedCall }, { compareOptions }, { breakingTable, comparisonTable }] =
      await Promise.all([
        import('./back-office'),
        import('./identified-call'),
        import('./compare'),
        import('./comparison-tables'),
      ]);
    const callers = Number(options['callers']);
    const call = await identifiedCall(
      application,
      options['backOffice'] === false ? undefined : await backOfficePackage(),
    );
    if (!json) {
      print(opening(summary, style));
      print(timeline(call.moments));
      print(ending(call, style));
      await page(call.events, 'A call to the support line');
    }
    const bar = progress(`${callers} calls, four ways`);
    const compared =
      callers === 0 ? [] : await compareOptions(application, { callers, onProgress: bar.tell }).finally(bar.end);
    if (json) {
      const { conversationId, moments, silences, saved, report, record } = call;
      printJson({
        story: { conversationId, moments, silences, saved, report: report ?? null, record: record ?? null },
        options: compared,
      });
      return;
    }
    if (compared.length > 0) {
      print(style.strong(`The four ways of identifying a caller, the same ${callers} callers each`));
      print(
        style.quiet('Half of them are in Alpha, others in Beta or Gamma, some in none; Gamma fails at times. Waiting'),
      );
      print(style.quiet('is silence, and the prompt by which the platform covers three seconds of it.'));
      print();
      print(comparisonTable(compared));
      print();
      print(style.strong('What gives way first where calls come faster and faster'));
      print();
      print(breakingTable(compared));
      print();
    }
    print(next(style));
  },
};

function callerCount(text: string): number {
  const number = Number(text);
  if (!/^\d{1,7}$/.test(text)) throw new WrongOption('It has to be a whole number, at most seven digits.');
  if (number <= MOST_CALLERS) return number;
  throw new WrongOption(`It has to be 0 to ${MOST_CALLERS}.`);
}

function opening(summary: string, style: StoryStyle): string {
  return `${style.strong('A call to the support line')}
${summary}

An organisation in memory got it by the API, as Terraform deploys it. Three customer databases and a back office listen
on this machine. The caller is in the third database, the second is slow.
`;
}

function ending({ saved, silences, report, record }: IdentifiedCall, style: StoryStyle): string {
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
${record === undefined ? '' : `\n${recorded(record, style)}\n`}`;
}

const recorded = (
  record: object,
  style: StoryStyle,
): string => `${style.strong('And the record in the history of the customer reads')}
${style.quiet('The agents’ front end paired the call with her; the names of agent and wrap-up code come from the organisation.')}

${indented(JSON.stringify(record, null, 2))}`;

const indented = (text: string): string =>
  text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');

const next = (style: StoryStyle): string => `${style.strong('Next')}
  npx flowcdk start --page call.html   this call as a page, to step through
  npx flowcdk call                     be the caller: read what you hear, press keys
  npx flowcdk call --press 1,2         the same without you
  npx flowcdk simulate --calls 6000    a busy hour
  npx flowcdk list                     what there is, and what refers to what
  npx flowcdk synth                    the Terraform stacks, to deploy it
  flows/support-line.ts                what you just heard, as code`;
