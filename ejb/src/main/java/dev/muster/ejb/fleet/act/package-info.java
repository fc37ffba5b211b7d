/** What a manager does to many devices at once. */
@NullMarked
package dev.muster.ejb.fleet.act;

import org.jspecify.annotations.NullMarked;
