import { callRoute, queue, scheduleGroup, seconds, stack, wrapupCode } from 'flowcdk';
import { findRepair } from '../../data-actions/find-repair';
import { noteCall } from '../../data-actions/note-call';
import { workshop } from '../../data-actions/workshop';
import { closed } from '../../flows/closed';
import { noteFinishedCall } from '../../flows/note-finished-call';
import { receptionFlow } from '../../flows/reception';
import { waiting } from '../../flows/waiting';
import { callFinished } from '../../triggers/call-finished';
import type { Settings } from '../settings';

/** Everything that is deployed: definitions that use each other, and settings that fill them in. */
export function reception({ reception: line, workshop: service }: Settings) {
  const wrapupCodes = ['Appointment made', 'Question answered', 'Call back promised'].map((name) =>
    wrapupCode({ name }),
  );
  const mechanics = queue({
    name: 'Mechanics',
    afterCallWorkTimeout: seconds(60),
    inQueueFlow: waiting,
    wrapupCodes,
  });

  const find = findRepair(service);
  const open = receptionFlow({ findRepair: find, timeout: seconds(service.timeout + 1), queue: mechanics });
  const openingHours = scheduleGroup({
    name: 'Reception',
    timeZone: line.timeZone,
    open: line.open,
    holidays: line.holidays,
  });
  const route = callRoute({
    name: 'Reception',
    numbers: line.numbers,
    schedules: openingHours,
    openHours: open,
    closedHours: closed,
    holidayHours: closed,
  });

  const note = noteCall(service);
  const noteFinished = noteFinishedCall({ noteCall: note, timeout: seconds(service.timeout + 1) });

  return stack('reception', [
    ...wrapupCodes,
    waiting,
    mechanics,
    workshop,
    find,
    open,
    closed,
    openingHours,
    route,
    note,
    noteFinished,
    callFinished(noteFinished),
  ]);
}
