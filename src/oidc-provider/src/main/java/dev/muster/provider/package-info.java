/** The OpenID provider of the tests: Spring Authorization Server, with users in a file that a test can change. */
package dev.muster.provider;
