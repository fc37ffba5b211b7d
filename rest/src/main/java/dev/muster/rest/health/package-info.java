/** Whether this server can work. */
package dev.muster.rest.health;
