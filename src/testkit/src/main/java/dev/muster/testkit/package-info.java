/** What integration tests, browser tests and benchmarks share. Only tests use it: it is not part of the product. */
package dev.muster.testkit;
