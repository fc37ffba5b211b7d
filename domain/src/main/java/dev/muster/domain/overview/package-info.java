/** What the first page says about a fleet. */
@NullMarked
package dev.muster.domain.overview;

import org.jspecify.annotations.NullMarked;
