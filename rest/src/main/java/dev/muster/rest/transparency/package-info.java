/** The transparency log: its hashes and proofs for everybody, its leaves for users, and the receipts of devices. */
package dev.muster.rest.transparency;
