import { InvalidArgumentError, Option } from 'commander';
import { type StoryOption, WrongOption } from '../application/story';

/** An option of a story as one of the command line. */
export function asOption({ flags, description, default: otherwise, read }: StoryOption): Option {
  const option = new Option(flags, description).default(otherwise);
  if (!read) return option;
  return option.argParser((text: string) => {
    try {
      return read(text);
    } catch (problem) {
      if (problem instanceof WrongOption) throw new InvalidArgumentError(problem.message);
      throw problem;
    }
  });
}
