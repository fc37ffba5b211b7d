/** Where a device comes from, and what has happened to it. */
@NullMarked
package dev.muster.ejb.fleet.story;

import org.jspecify.annotations.NullMarked;
