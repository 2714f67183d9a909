import { application } from 'flowcdk';
import { settingsSchema } from './src/settings';
import { callerIdentification } from './src/stacks/caller-identification';
import { endOfCallReport } from './src/stacks/end-of-call-report';
import { callers } from './src/story/callers';
import { openFrom } from './src/story/open-from';
import { serviceKinds } from './src/story/service-kinds';
import { standIns } from './src/story/stand-ins';
import { story } from './src/story/story';

/** The application: a caller is recognised without waiting, and the finished call is reported to the back office. */
export default application({
  settings: settingsSchema,
  stacks: (settings) => [callerIdentification(settings), endOfCallReport(settings)],
  services: standIns,
  serviceKinds,
  begins: ({ supportLine }) => openFrom(supportLine.openingHours),
  callers,
  story,
});
