import { CHATS, inWorkflow, labelled, setLabel } from '../private/labels';

test('the conversation has the label, and the log says so', () => {
  const { isLabelled, org } = labelled([setLabel(CHATS)]);

  expect(isLabelled).toBe(true);
  expect(org.events('utilizationLabel.set')).toMatchObject([{ label: 'Chats' }]);
});

test('a label that is NOT_SET is a failure', () => {
  expect(labelled([setLabel('{ noValue: true }')])).toMatchObject({ isLabelled: false, types: ['GeneralError'] });
});

test('the sixth time is one too many', () => {
  const six = Array.from({ length: 6 }, () => setLabel(CHATS));
  expect(labelled(six).types).toEqual(['ActionInvocationLimitExceeded']);
});

test('a workflow has no conversation to label', () => {
  expect(inWorkflow(setLabel(CHATS))).toBe('InvalidConversation');
});
