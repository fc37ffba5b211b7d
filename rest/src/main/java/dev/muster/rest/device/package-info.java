/** What a device asks about itself, and data models, over HTTP. */
package dev.muster.rest.device;
