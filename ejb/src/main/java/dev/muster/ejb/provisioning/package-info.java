/** Turns a proof into a device: verifies and spends the proof, and creates or renews the device in one transaction. */
@NullMarked
package dev.muster.ejb.provisioning;

import org.jspecify.annotations.NullMarked;
