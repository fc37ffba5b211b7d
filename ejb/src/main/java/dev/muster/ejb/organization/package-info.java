/** Organizations as administrators manage them. */
package dev.muster.ejb.organization;
