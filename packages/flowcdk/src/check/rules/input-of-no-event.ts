import { topics } from '../../process-automation/topic-table';
import { variablesOf } from '../graph/variables';
import type { Rule } from '../rule';

/**
 * A trigger fills an input from the field of exactly its name; any other stays NOT_SET without a message. Without the
 * trigger at hand it shows where an input is named after another that events do fill: `ani`, and `CallerAni`.
 */
export const inputOfNoEvent: Rule = {
  name: 'input-of-no-event',
  family: 'triggers',
  severity: 'warning',
  protectsFrom: 'an input that a trigger leaves empty because no event has a field of its name',
  start: (report) => ({
    flowEnd: ({ file, flow, path }) => {
      if (flow.kind !== 'workflow') return;
      const { declared, reads } = variablesOf(flow);
      const inputs = declared.filter(({ declaration }) => declaration.isInput === true);
      const filled = inputs.map(({ name }) => bare(name)).filter((name) => eventFields.has(name));
      const read = new Set(reads.map(({ key }) => key));
      for (const { name, yaml } of inputs) {
        const twin = eventFields.has(bare(name)) ? undefined : filled.find((field) => endsWithWord(bare(name), field));
        // What nothing reads is told by another rule.
        if (twin === undefined || !read.has(name.toLowerCase())) continue;
        report({
          message: `no event has a field ${bare(name)}, so a trigger leaves this input NOT_SET`,
          help: `The flow also has the input ${twin}, which events fill. Read that one, unless something other than a trigger starts the flow.`,
          file,
          path,
          yaml,
        });
      }
    },
  }),
};

/** The names of the fields of all topics whose payload is published. */
const eventFields: ReadonlySet<string> = new Set(topics.flatMap(({ fields }) => Object.keys(fields ?? {})));

/** `ani` of `Flow.ani` */
const bare = (name: string): string => name.replace(/^\w+\./, '');

/** Whether a name ends with a word: `CallerAni` and `caller_ani` with `ani`, `botanic` not. */
const endsWithWord = (name: string, word: string): boolean => {
  const before = name.slice(0, -word.length);
  const end = name.slice(-word.length);
  if (before === '' || end.toLowerCase() !== word.toLowerCase()) return false;
  return /[_-]$/.test(before) || /^[A-Z]/.test(end);
};
