import type { RunAction } from '../action-context';
import { FlowProblem } from '../flow/flow-problem';
import { onCall } from '../flow/on-call';
import { STRING } from '../flow/types';

/**
 * Lets the flow speak another of its languages from now on. Queued audio keeps its language. The caller hears it when
 * the flow enters its next task or menu (documented).
 */
export const setLanguage: RunAction<'setLanguage'> = ({ language }, run) => {
  const leg = onCall(run);
  const tag = run.text(language, STRING)?.toLowerCase();
  const known = [...(run.program.tree.supportedLanguages?.keys() ?? [])].map((tag) => tag.toLowerCase());
  if (tag === undefined || !known.includes(tag)) {
    throw new FlowProblem(
      `the language ${tag === undefined ? 'is NOT_SET' : `'${tag}' is none of the flow's`}; it has ${known.join(', ')}`,
    );
  }
  leg.language = tag;
  leg.flushOnEntry = true;
  leg.log('language.set', { language: tag });
  return undefined;
};
