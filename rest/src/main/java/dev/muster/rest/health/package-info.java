/** Whether this server can work, and what browsers report about its pages. */
package dev.muster.rest.health;
