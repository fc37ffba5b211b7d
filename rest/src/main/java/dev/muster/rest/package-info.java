/** The JAX-RS application. */
package dev.muster.rest;
