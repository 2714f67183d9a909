import { disconnect, inboundCall, task } from 'flowcdk';

export interface SupportLineClosed {
  readonly name: string;
  readonly division?: string;
  readonly language: string;
  readonly voice?: string;
  /** What callers hear, opening hours included. */
  readonly text: string;
  readonly error: string;
}

/** Answers calls outside the opening hours. */
export const supportLineClosed = (line: SupportLineClosed) =>
  inboundCall({
    name: line.name,
    description: 'Says when somebody answers again',
    ...(line.division === undefined ? {} : { division: line.division }),
    defaultLanguage: line.language,
    supportedLanguages: { [line.language]: line.voice === undefined ? {} : { voice: line.voice } },
    initialGreeting: line.text,
    settings: { preHandlingAudio: line.error },
    startUp: () => task('Closed', [disconnect('Goodbye')]),
  });
