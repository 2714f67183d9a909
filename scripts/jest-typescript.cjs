// The compiler is large, and the same for every test file: a worker loads it once.
module.exports = globalThis.requireOfNode('typescript');
