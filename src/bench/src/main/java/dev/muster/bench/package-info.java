/** Measures Muster against the bare engine, in the same run. */
package dev.muster.bench;
