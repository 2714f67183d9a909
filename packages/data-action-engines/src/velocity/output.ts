import { type Work } from '../java/work';

/** The text that a template has written so far. */
export class Output {
  private written = '';

  constructor(private readonly work: Work) {}

  write(text: string): void {
    this.written += text;
    // A text that is too long fails at once. Its characters are counted only at the end.
    this.work.fits(this.written.length);
  }

  get text(): string {
    return this.work.text(this.written);
  }
}
