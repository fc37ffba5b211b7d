/** Writes security events: who did what, from where, with which outcome. */
@NullMarked
package dev.muster.ejb.shared.event;

import org.jspecify.annotations.NullMarked;
