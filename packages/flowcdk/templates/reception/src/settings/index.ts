import {
  block,
  choice,
  date,
  line,
  list,
  settings,
  type SettingsOf,
  telephoneNumber,
  timeOfDay,
  timeZone,
  url,
  wholeNumber,
} from 'flowcdk/settings';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const reception = block('Reception', 'The line that customers call.', {
  numbers: list(
    'Numbers',
    'The numbers that lead to the reception.',
    telephoneNumber('Number', 'With "+" and the country code, in quotes.', { example: '+442079460101' }),
    { atMost: 20, unique: true },
  ),
  timeZone: timeZone('Time zone', 'In which the opening hours are meant.', { example: 'Europe/London' }),
  open: block('Opening hours', 'When calls are answered.', {
    days: list('Days', 'Days of the week.', choice('Day', 'A day of the week.', weekdays, { example: 'monday' }), {
      atMost: weekdays.length,
      unique: true,
    }),
    from: timeOfDay('From', 'When the reception opens, in quotes.', { example: '09:00' }),
    to: timeOfDay('To', 'When it closes, in quotes.', { example: '17:30' }),
  }),
  holidays: list(
    'Holidays',
    'Days on which nobody answers.',
    block('Holiday', 'A day on which nobody answers.', {
      name: line('Name', 'What the day is called.', { example: 'Christmas Day' }),
      date: date('Date', 'Year, month and day.', { example: '2026-12-25' }),
    }),
    { atMost: 100, atLeast: 0, default: [] },
  ),
});

const workshop = block('Workshop', 'The service that knows the repairs.', {
  baseUrl: url('Address', 'Where it answers, without "/" at the end.', { example: 'https://workshop.example' }),
  timeout: wholeNumber('Timeout', 'How long it may take to answer, in seconds, 1 to 60.', {
    minimum: 1,
    maximum: 60,
    default: 5,
  }),
});

/** What settings.yaml may hold. `npm run settings-schema` writes it down for editors. */
export const settingsSchema = settings('Settings of the reception', { reception, workshop });

export type Settings = SettingsOf<typeof settingsSchema>;
