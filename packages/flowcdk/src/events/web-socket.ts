import { WebSocket } from 'ws';
import type { OpenSocket } from './ports';

/** The longest frame that is taken, in bytes. A conversation with all of its participants has far less. */
const LONGEST_FRAME = 4 * 1024 * 1024;

/** Opens a WebSocket over the network. */
export const openWebSocket: OpenSocket = (url, { onOpen, onText, onClose }) => {
  const socket = new WebSocket(url, { maxPayload: LONGEST_FRAME, perMessageDeflate: false, followRedirects: false });
  let reason = '';
  socket.on('open', onOpen);
  socket.on('message', (data, isBinary) => isBinary || onText((data as Buffer).toString('utf8')));
  socket.on('error', (problem) => (reason = problem.message));
  socket.on('close', (code, text) => onClose(reason || text.toString('utf8') || `code ${code}`));
  return {
    send: (text) => socket.send(text, () => undefined),
    close: () => (socket.readyState === WebSocket.OPEN ? socket.close(1000) : socket.terminate()),
    pause: () => socket.readyState === WebSocket.OPEN && socket.pause(),
    resume: () => socket.isPaused && socket.resume(),
  };
};
