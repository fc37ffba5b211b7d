/** Keeps, lists and removes provisioning attempts. */
package dev.muster.ejb.provisioning.attempt;
