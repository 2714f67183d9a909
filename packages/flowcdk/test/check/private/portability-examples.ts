export const literal = (text: string) =>
  `- updateData: { name: x, statements: [{ string: { variable: Flow.text, value: { lit: ${JSON.stringify(text)} } } }] }`;

export const expression = (text: string) =>
  `- updateData: { name: x, statements: [{ string: { variable: Flow.text, value: { exp: ${JSON.stringify(text)} } } }] }`;

export const spoken = (text: string) => `- playAudio: { name: x, audio: { tts: ${JSON.stringify(text)} } }`;

export const id = '1b4e28ba-2fa1-4d3b-a3f5-9a2d6c1e7f10';
