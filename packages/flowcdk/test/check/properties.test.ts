import fc from 'fast-check';
import { check } from '../../src/check/check';
import { readFile } from '../../src/check/project';
import { reporterNames, reporters } from '../../src/check/reporters';
import { rules } from '../../src/check/rules';
import { corpus } from '../private/corpus';
import { wrapped } from './private/wrapped';
import { runs } from '../private/thorough';

// Whatever somebody makes of a file, it is reported on.

const own = [
  `- callData:
    name: Look up
    timeout: { lit: { seconds: 5 } }
    category:
      Customer database:
        dataAction:
          Find customer:
            inputs: { phoneNumber: { exp: 'ToString(Flow.customer.phone)' } }
            successOutputs: { customerId: { var: Flow.text } }
    outputs:
      success: { actions: [{ decision: { name: Known?, condition: { exp: 'IsSet(Flow.text) and 1 == 1' } } }] }
- loop: { name: Again, loopCount: { exp: 3 * 3 }, outputs: { loop: { actions: [{ loopExit: { name: Enough } }] } } }
- wait: { name: Wait, duration: { exp: 'MakeDuration(0, 0, 1, 0)' } }
# flowcdk-disable-next-line constant-condition -- only a test
- decision: { name: Always?, condition: { exp: "true" } }
- changeState: { name: Again, targetStateRef: ./states/state[Start] }
- endWorkflow: { name: End }`,
  '- playAudio: { name: Say, audio: { tts: "{{greeting}}" } }\n- setParticipantData: { name: Tell, attributes: [] }',
];
const texts = [...own.map((text) => wrapped(text)), wrapped(own[1] ?? '', 'inboundCall'), ...corpus.values()];

/** What people do to files: lines go, come twice, change places; words and characters are replaced. */
const edit = fc.oneof(
  fc.record({ kind: fc.constant('drop' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('repeat' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('swap' as const), at: fc.nat(), with: fc.nat() }),
  fc.record({ kind: fc.constant('indent' as const), at: fc.nat(), by: fc.integer({ min: -4, max: 4 }) }),
  fc.record({
    kind: fc.constant('replace' as const),
    at: fc.nat(),
    length: fc.nat({ max: 12 }),
    by: fc.oneof(
      fc.constantFrom(
        '{{x}}',
        'NOT_SET',
        'null',
        '[]',
        '{}',
        '"',
        "'",
        '\\',
        '\u0000',
        '&a',
        '*a',
        '!!str',
        '-1',
        '1e999',
        '__proto__',
      ),
      fc.string({ maxLength: 8, unit: 'grapheme' }),
    ),
  }),
);
type Edit = typeof edit extends fc.Arbitrary<infer E> ? E : never;

function edited(text: string, change: Edit): string {
  if (change.kind === 'replace') {
    const at = change.at % (text.length + 1);
    return text.slice(0, at) + change.by + text.slice(at + change.length);
  }
  const lines = text.split('\n');
  const at = change.at % lines.length;
  const line = lines[at] ?? '';
  if (change.kind === 'drop') lines.splice(at, 1);
  else if (change.kind === 'repeat') lines.splice(at, 0, line);
  else if (change.kind === 'indent') lines[at] = change.by > 0 ? ' '.repeat(change.by) + line : line.slice(-change.by);
  else {
    const other = change.with % lines.length;
    lines[at] = lines[other] ?? '';
    lines[other] = line;
  }
  return lines.join('\n');
}

test('no edit of a flow makes a rule or a reporter fail', () => {
  const style = { strong: String, quiet: String, bad: String, warn: String, good: String };

  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.array(edit, { maxLength: 6 }), (text, edits) => {
      const file = readFile('flow.yaml', edits.reduce(edited, text));
      const findings = check({ files: [file], definitions: [] });
      for (const { at, message } of findings) {
        expect(message).not.toBe('');
        if (at) expect(at.line <= file.text.split(/\r\n?|\n/).length && at.column >= 1).toBe(true);
      }
      const report = { findings, files: 1, rules, version: '0', folder: '/' };
      for (const name of reporterNames) expect(reporters[name](report, style)).not.toBe('');
    }),
    { seed: 42, numRuns: runs(100, 400) },
  );
});

test('checking twice tells the same', () => {
  for (const text of texts.slice(0, 12)) {
    const once = () => check({ files: [readFile('flow.yaml', text)], definitions: [] });

    expect(once()).toEqual(once());
  }
});
