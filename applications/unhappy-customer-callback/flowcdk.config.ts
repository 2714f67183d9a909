import { application } from 'flowcdk';
import { settingsSchema } from './src/settings';
import { unhappyCustomerCallback } from './src/stacks/unhappy-customer-callback';
import { story } from './src/story/story';

/** The application: a customer who was unhappy with a call gets an SMS, and a supervisor calls back. */
export default application({
  settings: settingsSchema,
  stacks: (settings) => [unhappyCustomerCallback(settings)],
  story,
});
