/**
 * The story of a call, read from the event log.
 *
 * @module flowcdk/testing/timeline
 */
export type { LoggedEvent } from '../../emulator/runtime/events';
export { conversationsOf, inSeconds, type Lane, type Moment, momentsOf } from './moments';
export { longestSilence, type Silence, silenceEvents, SilenceMeter, silencesOf, totalSilence } from './silence';
export { type Paint, timeline, type TimelineOptions } from './timeline';
