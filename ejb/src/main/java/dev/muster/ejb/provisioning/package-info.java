/** From a proof to a device: verifies it, spends it, and creates or renews the device in one transaction. */
package dev.muster.ejb.provisioning;
