/** ePUAP: the office's box through WS-Pull, official delivery through WS-Doręczyciel. */
package pl.obieg.delivery.epuap;
