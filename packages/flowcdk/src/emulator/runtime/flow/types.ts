import { type } from '../../../architect/expressions';

export const STRING = type('string');
export const STRINGS = type('string', true);
export const INTEGER = type('integer');
export const BOOLEAN = type('boolean');
export const DATE_TIME = type('dateTime');
export const DURATION = type('duration');
export const AUDIO = type('audio');
export const QUEUE = type('queue');
export const SCHEDULE = type('schedule');
export const SCHEDULE_GROUP = type('scheduleGroup');
export const EMERGENCY_GROUP = type('emergencyGroup');
export const WRAPUP_CODE = type('wrapupCode');
export const SKILL = type('skill');
export const SKILLS = type('skill', true);
export const LANGUAGE_SKILL = type('languageSkill');
export const USERS = type('user', true);
export const ANY = type('any');
