import { CHATS, clearLabel, inWorkflow, labelled, setLabel } from '../private/labels';

test('the conversation has no label any more', () => {
  const { isLabelled, org } = labelled([setLabel(CHATS), clearLabel]);

  expect(isLabelled).toBe(false);
  expect(org.events('utilizationLabel.cleared')).toMatchObject([{ label: 'Chats' }]);
});

test('a conversation without a label is no failure', () => {
  expect(labelled([clearLabel]).types).toEqual([]);
});

test('the sixth time is one too many', () => {
  const six = Array.from({ length: 6 }, () => clearLabel);
  expect(labelled(six).types).toEqual(['ActionInvocationLimitExceeded']);
});

test('a workflow has no conversation with a label', () => {
  expect(inWorkflow(clearLabel)).toBe('InvalidConversation');
});
