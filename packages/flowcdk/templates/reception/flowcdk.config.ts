import { application } from 'flowcdk';
import { settingsSchema } from './src/settings';
import { reception } from './src/stacks/reception';
import { standIns } from './src/stand-ins';

/** The application: what settings there are, what is deployed, and what stands in for the workshop on this machine. */
export default application({
  settings: settingsSchema,
  stacks: (settings) => [reception(settings)],
  services: standIns,
});
