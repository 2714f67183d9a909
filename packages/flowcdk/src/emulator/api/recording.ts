/** The file in a body: the first part of a multipart form, otherwise the whole body. */
export function fileIn(body: Buffer): Buffer {
  if (body.toString('latin1', 0, 2) !== '--') return body;
  const boundary = body.subarray(0, Math.max(0, body.indexOf('\r\n')));
  const headersEnd = body.indexOf('\r\n\r\n');
  if (headersEnd < 0) return body;
  const end = body.indexOf(Buffer.concat([Buffer.from('\r\n'), boundary]), headersEnd);
  return body.subarray(headersEnd + 4, end < 0 ? undefined : end);
}

/** The duration of a WAV file in seconds. Undefined for other files, and where the file does not say it. */
export function secondsOf(wav: Buffer): number | undefined {
  if (wav.toString('latin1', 0, 4) !== 'RIFF' || wav.toString('latin1', 8, 12) !== 'WAVE') return undefined;
  let bytesPerSecond: number | undefined;
  // A chunk has four letters, a length, as many bytes, and a padding byte where the length is odd.
  for (let at = 12; at + 8 <= wav.length;) {
    const name = wav.toString('latin1', at, at + 4);
    const length = wav.readUInt32LE(at + 4);
    const content = at + 8;
    if (name === 'fmt ' && content + 12 <= wav.length) bytesPerSecond = wav.readUInt32LE(content + 8);
    if (name === 'data' && bytesPerSecond !== undefined && bytesPerSecond > 0) {
      // A recorder that writes while it records leaves a length that is too large.
      return Math.min(length, wav.length - content) / bytesPerSecond;
    }
    at = content + length + (length % 2);
  }
  return undefined;
}
