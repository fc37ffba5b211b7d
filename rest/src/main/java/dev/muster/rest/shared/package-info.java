/** Parameters, bodies and lists, the same for all resources. */
package dev.muster.rest.shared;
