import { askForBots } from '../../src/cli/ask-for-bots';

const bots = [
  { name: 'Orders', outputs: ['Slot.Number', 'Slot.Count'], intents: [] },
  { name: 'Lex', outputs: [], intents: ['Buy', 'Return'] },
  { name: 'Known', outputs: [], intents: [] },
];

/** Answers questions in order, and remembers them. */
function answering(answers: readonly string[]) {
  const questions: string[] = [];
  const left = [...answers];
  return { questions, ask: (question: string) => (questions.push(question), Promise.resolve(left.shift() ?? '')) };
}

test('bots that no service plays are asked for: their intent, and their outputs', async () => {
  const { questions, ask } = answering(['track', '"4711"', '3', '']);
  const services = { 'bot known': { kind: 'bot' } };

  expect(await askForBots(bots, { services }, ask)).toEqual({
    services: {
      'bot known': { kind: 'bot' },
      'bot Orders': { kind: 'bot', intent: 'track', outputs: { 'Slot.Number': '4711', 'Slot.Count': 3 } },
      'bot Lex': { kind: 'bot', faults: [{ fault: 'cutConnection' }] },
    },
  });
  expect(questions).toEqual([
    'The bot Orders understands the intent; nothing if it fails: ',
    '  Slot.Number: ',
    '  Slot.Count: ',
    'The bot Lex understands the intent (Buy, Return); nothing if it fails: ',
  ]);
});
