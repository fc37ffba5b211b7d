/** What every feature uses: problem codes, the caller, text rules. */
@NullMarked
package dev.muster.domain.shared;

import org.jspecify.annotations.NullMarked;
