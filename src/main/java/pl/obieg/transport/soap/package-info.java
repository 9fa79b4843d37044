/** SOAP 1.1 calls signed by WS-Security, and XML read without doctype and outside entities. */
@org.springframework.modulith.NamedInterface("soap")
package pl.obieg.transport.soap;
