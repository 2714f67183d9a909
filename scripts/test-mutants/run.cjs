// The run of a test file that the runner has begun and the environment takes up.
let next;

exports.beginRun = (run) => (next = run);
exports.takeRun = () => next;
