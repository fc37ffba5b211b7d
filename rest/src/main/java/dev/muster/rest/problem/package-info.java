/** Turns everything that is thrown into a problem document (RFC 9457). */
package dev.muster.rest.problem;
