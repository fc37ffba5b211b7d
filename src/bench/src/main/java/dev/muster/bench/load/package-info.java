/** What devices and people send while something is measured. */
package dev.muster.bench.load;
