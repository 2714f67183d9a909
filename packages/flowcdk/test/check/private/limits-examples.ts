export const loop = (count: string, body = '') =>
  `- loop: { name: x, loopCount: ${count}, outputs: { loop: { actions: [${body}] } } }`;
