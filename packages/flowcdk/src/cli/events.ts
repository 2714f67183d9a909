import { Command } from 'commander';
import { eventsCompare } from './events-compare';
import { helpText } from './help-text';

/** `flowcdk events` */
export const eventsCommand = (): Command =>
  new Command('events')
    .description('compare the ways on which events leave an org')
    .addHelpText(
      'after',
      helpText(`
Examples:
  $ flowcdk events compare            trigger, listener and event bus on the same day

"flowcdk listen" hears the events of an org.`),
    )
    .addCommand(eventsCompare());
