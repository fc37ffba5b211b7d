/** Users of the portal and of the API, their roles and their API tokens. */
package dev.muster.domain.account;
