import { CALLER, type IdentifiedCall, identifiedCall } from '../../../src/story/identified-call';
import type { BackOfficePackage } from '../../../src/story/back-office';
import { shippedApplication } from '../../../test/private/shipped';
import * as backOffice from '../src';

// What npm start tells of the back office. A project may be without it, so the story has a type of its own for what it uses.

let story: IdentifiedCall;
beforeAll(async () => {
  const asTheStoryKnowsIt: BackOfficePackage = backOffice;
  story = await identifiedCall(shippedApplication(), asTheStoryKnowsIt);
}, 60_000);

test('the record has the names of agent and wrap-up code, and the customer', () => {
  expect(story.record).toMatchObject({
    interactionId: story.conversationId,
    direction: 'INBOUND',
    channel: 'VOICE',
    customerId: expect.any(String) as string,
    customerHandle: CALLER,
    bankUserName: 'Agent 1',
    purpose: 'Order taken or changed',
    title: 'order',
  });
});

test('it is the record of what was posted', () => {
  expect(story.report?.json).toMatchObject({ conversationId: story.conversationId, subject: 'order' });
  expect(story.record).toMatchObject({
    communicatedAt: new Date(String((story.report?.json as { eventTime: string }).eventTime)).toISOString(),
  });
});
