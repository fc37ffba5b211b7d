/** The form for a new customer. */
package dev.muster.web.customer;
