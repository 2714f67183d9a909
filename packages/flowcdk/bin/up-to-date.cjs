// In a clone of Flowcdk the packages run from their sources: what is built of them is brought up to date before anything
// else is loaded. A published package has no sources, and this does nothing.
const { existsSync } = require('node:fs');
const { join } = require('node:path');

if (existsSync(join(__dirname, '../src'))) require('../../../scripts/build.cjs');
