import { join } from 'node:path';
import { openApplication, type StoryRun } from 'flowcdk/application';
import { timeline } from 'flowcdk/testing/timeline';
import application from '../flowcdk.config';
import type { Settings } from '../src/settings';
import { story } from '../src/story/story';

/** The value of an option of the story: `calledBack` is typed as `--called-back`. */
function read(name: string, text: string): unknown {
  const flag = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} `;
  return story.options?.find(({ flags }) => flags.startsWith(flag))?.read?.(text);
}

/** What `npm start` prints, with these options of the command line. */
async function printed(typed: Readonly<Record<string, string>> = {}, json = false): Promise<string> {
  const { opened } = openApplication(application, { folder: join(__dirname, '..') });
  if (!opened) throw new Error('something is wrong with the settings');
  const lines: string[] = [];
  const plain = (text: string): string => text;
  const run: StoryRun<Settings> = {
    application: opened,
    options: Object.fromEntries(Object.entries(typed).map(([name, text]) => [name, read(name, text)])),
    json,
    summary: 'checked, no errors',
    style: { strong: plain, quiet: plain, good: plain, bad: plain },
    print: (text = '') => lines.push(text),
    printJson: (data) => lines.push(JSON.stringify(data)),
    timeline: (moments) => timeline(moments),
    page: () => Promise.resolve(),
    progress: () => ({ tell: () => undefined, end: () => undefined }),
  };
  await story.tell(run);
  return lines.join('\n').replace(/\s+/g, ' ');
}

test('the story goes from the unhappy call to the supervisor who talks to the customer', async () => {
  const text = await printed();
  const parts = [
    'tel:+33199001234 calls tel:+442079460101',
    'has wrapped up: Complaint handled',
    'the trigger',
    'sentiment: −61.5',
    'SMS to +33199001234',
    'a callback to +33199001234',
    'to the chat group:',
    'calls +33199001234 back',
    '+33199001234 answers',
    'the callback is over',
    'The customer reads +33199001234',
    'and reaches the customer',
    'The conversation is marked callback:',
    'npx flowcdk synth',
  ];
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    expect([part, at >= from]).toEqual([part, true]);
    from = at;
  }
});

test.each([
  ['no-answer', '+33199001234 does not answer', 'and does not reach the customer'],
  ['declines', '+33199001234 is busy', 'and does not reach the customer'],
])('the customer can react otherwise: --called-back %s', async (calledBack, moment, ending) => {
  const text = await printed({ calledBack });

  expect(text).toContain(moment);
  expect(text).toContain(ending);
});

test('nothing happens after a call that the customer was content with: --sentiment 20', async () => {
  const text = await printed({ sentiment: '20' });

  expect(text).toContain('sentiment: 20');
  expect(text).toContain('The customer reads nothing');
  expect(text).toContain('A supervisor calls nobody');
});

test('programs get it as JSON', async () => {
  expect(JSON.parse(await printed({}, true))).toMatchObject({
    sentiment: -61.5,
    sms: { to: '+33199001234', status: 'delivery-success' },
    callback: { number: '+33199001234', outcome: 'reached' },
    tag: expect.stringContaining('callback:') as string,
  });
});
