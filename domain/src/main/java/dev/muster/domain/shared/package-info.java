/** What every feature uses: problem codes, the caller, text rules. */
package dev.muster.domain.shared;
