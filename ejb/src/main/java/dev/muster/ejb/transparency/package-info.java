/** The transparency log: acts become leaves, the sequencer gives them their places, and everybody can check it. */
@NullMarked
package dev.muster.ejb.transparency;

import org.jspecify.annotations.NullMarked;
