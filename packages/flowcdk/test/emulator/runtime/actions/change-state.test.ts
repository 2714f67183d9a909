import { livingOrg } from '../private/living-org';
import { strings } from '../private/tasks';

test('a change of state forgets the variables of the state', () => {
  const org = livingOrg();
  const yaml = `workflow:
  name: states
  startUpRef: /workflow/states/state[One]
  defaultLanguage: en-us
  supportedLanguages: { en-us: { none: true } }
  variables:
${strings('Flow.seen')}
  settingsErrorHandling: { errorHandling: { endWorkflow: { none: true } } }
  states:
    - state:
        name: One
        refId: One
        variables: [{ stringVariable: { name: State.own, initialValue: { lit: one } } }]
        actions: [{ changeState: { name: On, targetStateRef: "/workflow/states/state[Two]" } }]
    - state:
        name: Two
        refId: Two
        variables: [{ stringVariable: { name: State.own, initialValue: { lit: two } } }]
        actions:
          - updateData: { name: See, statements: [{ string: { variable: Flow.seen, value: { exp: STATE.OWN } } }] }
          - endWorkflow: { name: End, exitReason: { exp: State.own } }
`;
  expect(org.launch(org.publish(yaml))).toMatchObject({ outputs: { 'Flow.seen': 'two' }, completionReason: 'two' });
});
