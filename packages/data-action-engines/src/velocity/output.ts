import { type Work } from '../java/work';

/** The text that is being made. */
export class Output {
  private made = '';

  constructor(private readonly work: Work) {}

  write(text: string): void {
    this.made += text;
    // What is too long ends at once; what it costs is counted in the end.
    this.work.fits(this.made.length);
  }

  get text(): string {
    return this.work.text(this.made);
  }
}
