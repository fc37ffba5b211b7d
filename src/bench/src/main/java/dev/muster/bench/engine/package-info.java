/** The database engine alone: what it can do with the same rows and the same statements. */
package dev.muster.bench.engine;
