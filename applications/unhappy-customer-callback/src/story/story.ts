import type { Story } from 'flowcdk/application';
import type { Settings } from '../settings';

export const story: Story<Settings> = { tell: () => Promise.resolve() };
