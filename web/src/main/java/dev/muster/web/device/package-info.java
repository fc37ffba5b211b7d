/** The pages of one device and of data models. */
package dev.muster.web.device;
