import {
  localOrg,
  type LocalOrg,
  type LocalOrgOptions,
  respondsWith,
  type Service,
  type TestCall,
} from 'flowcdk/testing';
import { customer, notFound } from '../../src/story/customer-databases';
import { shippedApplication } from './shipped';

/** The application as it ships. */
export const app = shippedApplication();

const [english, french] = app.settings.supportLine.lines;

/** The numbers of the lines. */
export const supportNumber = english?.numbers[0] ?? '';
export const frenchNumber = french?.numbers[0] ?? '';

/** Somebody in France, as the network tells it. */
export const ADA = '+33142685300';

/** Databases that know nobody, a login and a back office that work. */
export const everythingWorks: Readonly<Record<string, Service>> = {
  alpha: notFound(),
  beta: notFound(),
  gamma: notFound(),
  'login.gamma': customer('unused'),
  backOffice: respondsWith({}),
};

/** The application in an org, with some of the services replaced. */
export const shipped = (
  services: Readonly<Record<string, Service>> = {},
  options: Omit<LocalOrgOptions, 'services'> = {},
): Promise<LocalOrg> => localOrg(app, { ...options, services: { ...everythingWorks, ...services } });

/** A call by somebody who answers what is asked: the reason, whether it is the first time, the customer number. */
export async function patientCall(org: LocalOrg, { from = ADA, to = supportNumber } = {}): Promise<TestCall> {
  const call = org.call({ from, to });
  const answers: readonly (readonly [RegExp, string])[] = [
    [/what can we do for you/i, '1'],
    [/first time you are calling/i, '2'],
    [/customer number, followed by/i, '4711#'],
  ];
  org.runtime.log.listen((event) => {
    if (event.type !== 'audio.ended' || event.conversationId !== call.conversationId) return;
    const [, keys] = answers.find(([question]) => question.test(event.text)) ?? [];
    // People think for a second.
    if (keys !== undefined) org.clock.after(1_000, () => !call.ended && call.presses(keys));
  });
  return call;
}
