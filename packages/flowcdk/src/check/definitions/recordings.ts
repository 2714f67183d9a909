import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { Definition } from '../../architect/definition';
import type { SourceLine } from '../../ground/source-line';
import { recordingEmpty, recordingNoWav, recordingNotThere, recordingTooLarge } from '../errors';
import type { Finding } from '../../ground/finding';
import type { UserPromptDefinition } from '../../routing';
import type { StackDefinitions } from './stack-definitions';
import { definedAt } from './words';

const isUserPrompt = (definition: Definition): definition is UserPromptDefinition =>
  definition.definition === 'userPrompt' && 'resources' in definition;

/** Megabytes a recording may have (documented). */
const LARGEST = 25;

/** The recordings of prompts exist, and Architect can play them. */
export const recordings = (stacks: readonly StackDefinitions[]): Finding[] =>
  stacks
    .flatMap(({ definitions }) => definitions)
    .filter(isUserPrompt)
    .flatMap((prompt) =>
      prompt.resources.flatMap(({ language, audio }) =>
        audio === undefined
          ? []
          : recordingProblems(`user prompt ${prompt.name} / ${language}`, audio, definedAt(prompt)),
      ),
    );

function recordingProblems(path: string, file: string, at: SourceLine | undefined): Finding[] {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats?.isFile()) return [recordingNotThere(path, file, at)];
  if (stats.size === 0) return [recordingEmpty(path, file, at)];
  if (stats.size > LARGEST * 1_000_000) return [recordingTooLarge(path, file, stats.size / 1_000_000, LARGEST, at)];
  return isWav(file) ? [] : [recordingNoWav(path, file, at)];
}

/** A WAV file begins with `RIFF`, its length, `WAVE`. */
function isWav(file: string): boolean {
  const beginning = Buffer.alloc(12);
  const open = openSync(file, 'r');
  try {
    readSync(open, beginning, 0, beginning.length, 0);
  } finally {
    closeSync(open);
  }
  return beginning.toString('latin1', 0, 4) === 'RIFF' && beginning.toString('latin1', 8, 12) === 'WAVE';
}
