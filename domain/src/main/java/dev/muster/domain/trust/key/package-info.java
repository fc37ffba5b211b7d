/** Keys and signatures: their algorithms, their strength, and their strict encoding. */
package dev.muster.domain.trust.key;
