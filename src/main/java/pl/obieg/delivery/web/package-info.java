/** Screens of the register of deliveries: the list, the ZPO desk, the correction of an address. */
package pl.obieg.delivery.web;
