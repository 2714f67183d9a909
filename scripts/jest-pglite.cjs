// PGlite imports modules of Node while it opens, which jest's own module system refuses.
module.exports = globalThis.requireOfNode('@electric-sql/pglite');
