/** Users of the portal: login, passwords and API tokens. */
package dev.muster.ejb.account;
