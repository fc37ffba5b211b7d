/** Devices and their data models. */
package dev.muster.ejb.device;
