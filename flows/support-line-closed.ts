import { disconnect, inboundCall, task } from 'flowcdk';

export interface SupportLineClosed {
  readonly name: string;
  /** @default the organisation's home division */
  readonly division?: string | undefined;
  /** `en-us` */
  readonly language: string;
  /** @default Architect's */
  readonly voice?: string | undefined;
  /** What callers hear, opening hours included. */
  readonly text: string;
  readonly error: string;
}

/** Answers calls outside the opening hours. */
export const supportLineClosed = (line: SupportLineClosed) =>
  inboundCall({
    name: line.name,
    description: 'Says when somebody answers again',
    division: line.division,
    defaultLanguage: line.language,
    supportedLanguages: { [line.language]: { voice: line.voice } },
    initialGreeting: line.text,
    settings: { preHandlingAudio: line.error },
    startUp: () => task('Closed', [disconnect('Goodbye')]),
  });
