/** Organizations as administrators manage them. */
@NullMarked
package dev.muster.ejb.organization;

import org.jspecify.annotations.NullMarked;
