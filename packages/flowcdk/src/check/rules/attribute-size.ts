import type { Action } from '../../architect/actions';
import { knownText } from '../known-values';
import type { ActionPlace, Rule, ReportProblem } from '../rule';
import type { ValueNode } from '../../architect/values';
import { yamlOf } from '../yaml-of';

const LONGEST_NAME = 64;
const LONGEST_VALUE = 256;

/**
 * A size limit of participant data is published only for bots: values of 256 characters. Values within that limit and
 * short names are safe everywhere.
 */
export const attributeSize: Rule = {
  name: 'attribute-size',
  family: 'limits',
  severity: 'error',
  protectsFrom: 'participant data that is cut off or refused because it is too long',
  start: (report) => {
    const look = ({ attributes = [] }: Writing, place: ActionPlace): void => {
      for (const { name, value } of attributes) {
        compare(name, 'name', LONGEST_NAME, place, report);
        compare(value, 'value', LONGEST_VALUE, place, report);
      }
    };
    return { actions: { setParticipantData: look, setConversationData: look } };
  },
};

type Writing = Action & { readonly kind: 'setParticipantData' | 'setConversationData' };

function compare(
  value: ValueNode | undefined,
  what: string,
  longest: number,
  place: ActionPlace,
  report: ReportProblem,
): void {
  const length = knownText(value, place)?.length ?? 0;
  if (length <= longest) return;
  const inBot = what === 'value' && (place.flow.kind === 'botFlow' || place.flow.kind === 'digitalBot');
  report({
    message: `the ${what} of the attribute has ${length} characters`,
    help: inBot ? `Bots take up to ${longest}.` : `Up to ${longest} are safe; the real limit is not published.`,
    ...(inBot ? {} : { severity: 'warning' }),
    file: place.file,
    path: place.path,
    yaml: yamlOf(value),
  });
}
