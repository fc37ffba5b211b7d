/** Keys and signatures: their algorithms, their strength, and their strict encoding. */
@NullMarked
package dev.muster.domain.trust.key;

import org.jspecify.annotations.NullMarked;
