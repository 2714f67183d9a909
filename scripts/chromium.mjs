// Where Chromium is: what FLOWCDK_CHROMIUM names, or Debian's `chromium`. Undefined where there is none.
import { accessSync, constants } from 'node:fs';

const isProgram = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};
const known = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export const chromium = process.env.FLOWCDK_CHROMIUM ?? known.find(isProgram);
