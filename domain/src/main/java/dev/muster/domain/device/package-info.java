/** Devices: what an identity is once it has proved itself. */
package dev.muster.domain.device;
