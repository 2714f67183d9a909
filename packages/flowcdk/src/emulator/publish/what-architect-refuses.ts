/**
 * What each rule of severity error means for a publish. Some rules mirror what Architect itself refuses. The others
 * predict what goes wrong when the flow runs; a publish reports them only as warnings of the job.
 *
 * `refused`: Architect refuses the flow (documented or believed). `runs`: the flow fails or misbehaves only when it
 * runs (documented). Every rule of severity error stands here, so that the author of a rule has to decide.
 */
export const atPublish: Readonly<Record<string, 'refused' | 'runs'>> = {
  // The API takes YAML only.
  'i3-export': 'refused',
  'not-yaml': 'refused',
  'unknown-root': 'refused',
  'unknown-key': 'refused',
  'missing-key': 'refused',
  'wrong-form': 'refused',
  'wrong-literal': 'refused',
  'unknown-word': 'refused',
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
  'unknown-module-parameter': 'refused',
  'data-action-input': 'refused',
  'data-action-output': 'refused',
  'failure-outputs-in-call': 'refused',
  'name-too-long': 'refused',
  'conversation-id-too-long': 'refused',
  'switch-cases': 'refused',
  'collect-input-range': 'refused',
  'menu-range': 'refused',
  'menu-key-twice': 'refused',
  'outcomes-and-milestones': 'refused',
  'name-not-in-org': 'refused',
  // Architect accepts the expression. The action fails when it runs.
  'not-set-argument': 'runs',
  // Nothing in Architect looks for jumps in a circle.
  'endless-cycle': 'runs',
  // "After 72 hours error handling starts": the platform ends a longer wait and does not refuse it.
  'wait-too-long': 'runs',
  // The size of participant data is known only when the flow writes it.
  'attribute-size': 'runs',
};

/** Whether the findings of a rule make a publish fail. A rule that is missing in the table does not. */
export const failsPublish = (rule: string): boolean => atPublish[rule] === 'refused';
