import { type } from '../../../architect/expressions';

export const STRING = type('string');
export const INTEGER = type('integer');
export const BOOLEAN = type('boolean');
export const DURATION = type('duration');
export const AUDIO = type('audio');
export const QUEUE = type('queue');
export const ANY = type('any');
