/** Organizations over HTTP. */
package dev.muster.rest.organization;
