/** Users, passwords and API tokens over HTTP. */
package dev.muster.rest.account;
