import { type Work } from '../java/work';

/** The text that is being made. */
export class Output {
  private readonly parts: string[] = [];
  private length = 0;

  constructor(private readonly work: Work) {}

  write(text: string): void {
    this.length += text.length;
    this.work.room(this.length > text.length ? 0 : text.length);
    this.parts.push(text);
  }

  get text(): string {
    return this.work.text(this.parts.join(''));
  }
}
