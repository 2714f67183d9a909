import { emitKeypressEvents } from 'node:readline';

/** Listens on a terminal for the keys of a telephone, and h. The function that it returns ends that. */
export function onKeys(press: (key: string) => void): () => void {
  const { stdin } = process;
  emitKeypressEvents(stdin);
  stdin.setRawMode(true);
  const listener = (text: string | undefined, { ctrl, name }: { ctrl?: boolean; name?: string }): void => {
    if (ctrl && name === 'c') press('h');
    else if (text !== undefined && /^[0-9*#h]$/.test(text)) press(text);
  };
  stdin.on('keypress', listener);
  stdin.resume();
  return () => {
    stdin.off('keypress', listener);
    stdin.setRawMode(false);
    stdin.pause();
  };
}
