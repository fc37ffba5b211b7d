/** Strict reading of JSON, with the place of each fault. */
@NullMarked
package dev.muster.domain.shared.json;

import org.jspecify.annotations.NullMarked;
