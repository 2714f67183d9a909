/**
 * Which of the rules that find errors in flows mirror what Architect itself refuses to publish. The others are our
 * opinion of what will go wrong when the flow runs: a publish only tells them, as warnings of the job.
 *
 * `refused` is documented or believed of Architect; `runs` is documented to fail, or to misbehave, only when the flow
 * runs. A rule that finds errors has to be in here, so that whoever adds one decides.
 */
export const atPublish: Readonly<Record<string, 'refused' | 'runs'>> = {
  'not-yaml': 'refused',
  'unknown-root': 'refused',
  'unknown-key': 'refused',
  'missing-key': 'refused',
  'wrong-form': 'refused',
  'wrong-literal': 'refused',
  'action-not-in-flow': 'refused',
  'dangling-reference': 'refused',
  'ref-id-twice': 'refused',
  'variable-declared-twice': 'refused',
  'expression-syntax': 'refused',
  'expression-type': 'refused',
  'assigned-type': 'refused',
  'unknown-property': 'refused',
  'undeclared-variable': 'refused',
  'variable-out-of-scope': 'refused',
  'loop-control-outside-loop': 'refused',
  'unknown-data-action': 'refused',
  'data-action-input': 'refused',
  'data-action-output': 'refused',
  'failure-outputs-in-call': 'refused',
  'name-too-long': 'refused',
  'conversation-id-too-long': 'refused',
  'switch-cases': 'refused',
  'collect-input-range': 'refused',
  'menu-range': 'refused',
  'outcomes-and-milestones': 'refused',
  'name-not-in-org': 'refused',
  // Architect takes the expression; the action fails when it runs.
  'not-set-argument': 'runs',
  // Nothing in Architect looks for jumps in a circle.
  'endless-cycle': 'runs',
  // "After 72 hours error handling starts": what is longer is ended, not refused.
  'wait-too-long': 'runs',
  // How much participant data holds shows when it is written.
  'attribute-size': 'runs',
};

/** Whether a publish fails for what a rule finds. A rule nobody has decided about is one of ours. */
export const failsPublish = (rule: string): boolean => atPublish[rule] === 'refused';
